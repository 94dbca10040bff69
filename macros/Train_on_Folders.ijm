// Trains a model on the images of two folders: degraded ones, such as short exposures, and clean ones of the same names,
// such as long exposures. Every plane of a stack is an image. Restore... knows the new model from then on; its report lies
// beside it in the folder of models.
//
// Asks for the folders. Without windows, give them in an argument:
//     ImageJ --headless -macro Train_on_Folders.ijm "degraded=/data/short clean=/data/long fit=true name=my-cells"

degraded = option("degraded", "");       // the folder of degraded images; empty: you are asked
clean    = option("clean", "");          // the folder of clean images, of the same names; empty: you are asked
fit      = option("fit", "false");       // true: the images of a pair differ in brightness, as those of other exposures do
name     = option("name", "my-model");   // of the new model: letters, digits, dots, dashes and underscores
model    = option("model", "general");   // the model that it begins with
preset   = option("preset", "a coffee"); // how long: a quick look (1200 steps), a coffee (6000), over night (120000)
steps    = option("steps", "0");         // steps in place of those of the preset; 0: as that says
seed     = option("seed", "1");          // equal seeds and images give equal models
device   = option("device", "auto");     // auto, cpu or gpu

if (degraded == "") degraded = getDirectory("The folder of degraded images");
if (clean == "") clean = getDirectory("The folder of clean images");
run("Train...", "degradedfolder=[" + degraded + "] cleanfolder=[" + clean + "] fit=" + fit + " name=" + name
    + " model=" + model + " preset=[" + preset + "] steps=" + steps + " seed=" + seed + " device=" + device);

// The value of a key in this macro's argument.
function option(key, otherwise) {
    return call("ij.Macro.getValue", getArgument(), key, otherwise);
}
