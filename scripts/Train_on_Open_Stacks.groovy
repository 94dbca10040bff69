// Trains a model on two stacks that match plane by plane: a degraded one, such as short exposures, and a clean one, such as
// long exposures. Restore... knows the new model from then on. The stacks are files; of those that are open use Train...

#@ File (label = "Degraded stack") degraded
#@ File (label = "Clean stack") clean
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

import ij.IJ

def open(File file) {
    def opened = IJ.openImage(file.path)
    if (opened == null) throw new IOException("'${file}' cannot be opened as an image.")
    return opened
}

def trained = commands.run("io.github.ndrfiji.command.TrainCommand", true,
        [degraded: open(degraded), clean: open(clean), fit: fit, name: name, model: model, preset: preset, steps: steps,
         seed: seed, device: device]).get()
card = trained.getOutput("card")
report = trained.getOutput("report")
