// Trains a model on two open stacks that match plane by plane: a degraded one, such as short exposures, and a clean one,
// such as long exposures. Then restores the degraded stack with the new model, which Restore... knows from now on.
//
// Asks for the two stacks. Without windows, give files in an argument:
//     ImageJ --headless -macro Train_on_Open_Stacks.ijm "degraded=/data/short.tif clean=/data/long.tif name=my-cells"

degraded = option("degraded", "");       // a file; empty: you choose from the open images
clean    = option("clean", "");          // likewise
fit      = option("fit", "false");       // true: both stacks differ in brightness, as those of other exposures do
name     = option("name", "my-model");   // of the new model: letters, digits, dots, dashes and underscores
model    = option("model", "general");   // the model that it begins with
preset   = option("preset", "a coffee"); // how long: a quick look (1200 steps), a coffee (6000), over night (120000)
steps    = option("steps", "0");         // steps in place of those of the preset; 0: as that says
seed     = option("seed", "1");          // equal seeds and stacks give equal models
device   = option("device", "auto");     // auto, cpu or gpu
output   = option("output", "");         // a TIFF file for the restored stack; empty: it stays open and is not saved

if (degraded == "" || clean == "") {
    Dialog.create("Train on Open Stacks");
    Dialog.addImageChoice("Degraded stack");
    Dialog.addImageChoice("Clean stack");
    Dialog.show();
    degradedID = idOf(Dialog.getImageChoice());
    cleanID = idOf(Dialog.getImageChoice());
} else {
    open(degraded);
    degradedID = getImageID();
    open(clean);
    cleanID = getImageID();
}
run("Train...", "degraded=" + degradedID + " clean=" + cleanID + " fit=" + fit + " name=" + name + " model=" + model
    + " preset=[" + preset + "] steps=" + steps + " seed=" + seed + " device=" + device);
run("Restore...", "image=" + degradedID + " model=" + name + " device=" + device);
if (output != "") saveAs("Tiff", output);

function idOf(title) {
    selectImage(title);
    return getImageID();
}

// The value of a key in this macro's argument.
function option(key, otherwise) {
    return call("ij.Macro.getValue", getArgument(), key, otherwise);
}
