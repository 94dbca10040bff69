// Restores a time lapse in a file channel by channel, each with a model and a value range of its own, and merges the
// channels again with their colours, calibration and display. The value range of a channel holds for all its time points,
// so that they do not flicker.

#@ File (label = "Time lapse") input
#@ File (label = "File for the result", style = "save") output
#@ String (label = "Models", description = "One for each channel; the last one holds for the rest", value = "general", persist = false) models
#@ String (label = "Value ranges", description = "Likewise", value = "auto", persist = false) ranges
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ CommandService commands
#@output ImagePlus restored

var CompositeImage = Java.type("ij.CompositeImage");
var Duplicator = Java.type("ij.plugin.Duplicator");
var FileSaver = Java.type("ij.io.FileSaver");
var IJ = Java.type("ij.IJ");
var ImagePlus = Java.type("ij.ImagePlus");
var ImageStack = Java.type("ij.ImageStack");
var IOException = Java.type("java.io.IOException");

// The text of a comma-separated list for a channel; the last one holds for the rest.
function of(list, c) {
    var texts = list.split(",");
    return texts[Math.min(c, texts.length) - 1].trim();
}

if (input.getCanonicalPath() == output.getCanonicalPath())
    throw new IOException("The result would replace '" + input + "'.");
var image = IJ.openImage(input.getPath());
if (image === null) throw new IOException("'" + input + "' cannot be opened as an image.");

// Each channel over all slices and time points
var channels = [];
for (var c = 1; c <= image.getNChannels(); c++) {
    var channel = new Duplicator().run(image, c, c, 1, image.getNSlices(), 1, image.getNFrames());
    var result = commands.run("io.github.ndrfiji.command.RestoreCommand", true,
        ["image", channel, "model", of(models, c), "range", of(ranges, c), "device", device]).get().getOutput("restored");
    if (result === null) throw new IOException("The restoration was cancelled.");
    channels.push(result);
}

// The planes in their order: channels, then slices, then time points
var stack = new ImageStack(channels[0].getWidth(), channels[0].getHeight());
for (var i = 1; i <= channels[0].getStackSize(); i++)
    channels.forEach(function (channel) {
        stack.addSlice(image.getStack().getSliceLabel(stack.getSize() + 1), channel.getStack().getProcessor(i));
    });
var restored = new ImagePlus(image.getTitle().replace(/(\.[^. ]{1,4})?$/, "-restored$1"), stack);
restored.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
restored.setOpenAsHyperStack(image.isHyperStack());
if (image instanceof CompositeImage) {
    restored = new CompositeImage(restored, image.getMode());
    restored.copyLuts(image);
    var luts = restored.getLuts();
    channels.forEach(function (channel, c) { // fitted to the result
        luts[c].min = channel.getDisplayRangeMin();
        luts[c].max = channel.getDisplayRangeMax();
    });
    restored.setLuts(luts);
} else {
    restored.setDisplayRange(channels[0].getDisplayRangeMin(), channels[0].getDisplayRangeMax());
}
restored.setCalibration(channels[0].getCalibration());
// Says how each channel was made
var info = image.getInfoProperty() === null ? "" : image.getInfoProperty();
channels.forEach(function (channel, c) {
    var made = channel.getInfoProperty().split("\n").filter(function (line) { return line.indexOf("NDR ") === 0; });
    info += "\nChannel " + (c + 1) + ":\n" + made.join("\n");
});
restored.setProperty("Info", info.trim());

var saver = new FileSaver(restored);
var saved = restored.getStackSize() > 1 ? saver.saveAsTiffStack(output.getPath()) : saver.saveAsTiff(output.getPath());
if (!saved) throw new IOException("'" + output + "' could not be written.");
