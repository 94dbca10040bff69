// Restores the active image. The result opens beside it; the image itself remains as it is.

#@ ImagePlus (label = "Image") image
#@ String (label = "Model", value = "general", persist = false) model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ String (label = "Value range", value = "auto", persist = false) range
#@ CommandService commands
#@output ImagePlus restored

restored = commands.run("io.github.ndrfiji.command.RestoreCommand", true,
        [image: image, model: model, device: device, range: range]).get().getOutput("restored")
