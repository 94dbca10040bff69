// Trains a model on two stacks that match plane by plane: a degraded one, such as short exposures, and a clean one, such as
// long exposures. Restore... knows the new model from then on. The stacks are files; of those that are open use Train...

#@ File (label = "Degraded stack") degraded
#@ File (label = "Clean stack") clean
#@ String (label = "Name of the new model", value = "my-model", persist = false) name
#@ String (label = "Begin with", value = "general", persist = false) model
#@ int (label = "Steps", value = 1500, min = 1, persist = false) steps
#@ long (label = "Seed", value = 1, persist = false) seed
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ CommandService commands
#@output String card

var IJ = Java.type("ij.IJ");
var IOException = Java.type("java.io.IOException");

function open(file) {
    var opened = IJ.openImage(file.getPath());
    if (opened === null) throw new IOException("'" + file + "' cannot be opened as an image.");
    return opened;
}

var card = commands.run("io.github.ndrfiji.command.TrainCommand", true,
    ["degraded", open(degraded), "clean", open(clean), "name", name, "model", model, "steps", steps, "seed", seed,
     "device", device]).get().getOutput("card");
