// Trains a model on the images of two folders: degraded ones, such as short exposures, and clean ones of the same names,
// such as long exposures. Every plane of a stack is an image. Restore... knows the new model from then on; its report lies
// beside it in the folder of models.

#@ File (label = "Folder of degraded images", style = "directory") degraded
#@ File (label = "Folder of clean images", style = "directory") clean
#@ Boolean (label = "Match brightness", value = false, persist = false) fit
#@ String (label = "Name of the new model", value = "my-model", persist = false) name
#@ String (label = "Begin with", value = "general", persist = false) model
#@ String (label = "How long", choices = {"a quick look", "a coffee", "over night"}, value = "a coffee", persist = false) preset
#@ Integer (label = "Steps (0 = as above)", value = 0, min = 0, persist = false) steps
#@ Long (label = "Seed", value = 1, persist = false) seed
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ CommandService commands
#@output String card
#@output String report

var trained = commands.run("io.github.ndrfiji.command.TrainCommand", true,
    ["degradedfolder", degraded, "cleanfolder", clean, "fit", fit, "name", name, "model", model, "preset", preset,
     "steps", steps, "seed", seed, "device", device]).get();
var card = trained.getOutput("card");
var report = trained.getOutput("report");
