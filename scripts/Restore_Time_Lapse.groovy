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

import ij.CompositeImage
import ij.IJ
import ij.ImagePlus
import ij.ImageStack
import ij.io.FileSaver
import ij.plugin.Duplicator

if (input.canonicalFile == output.canonicalFile) throw new IOException("The result would replace '${input}'.")
image = IJ.openImage(input.path)
if (image == null) throw new IOException("'${input}' cannot be opened as an image.")
models = models.split(",")*.trim()
ranges = ranges.split(",")*.trim()

// Each channel over all slices and time points
channels = (1..image.NChannels).collect { c ->
    def channel = new Duplicator().run(image, c, c, 1, image.NSlices, 1, image.NFrames)
    commands.run("io.github.ndrfiji.command.RestoreCommand", true,
            [image: channel, model: models[Math.min(c, models.size()) - 1],
             range: ranges[Math.min(c, ranges.size()) - 1], device: device]).get().getOutput("restored")
}
if (channels.contains(null)) throw new java.util.concurrent.CancellationException("The restoration was cancelled.")

// The planes in their order: channels, then slices, then time points
stack = new ImageStack(channels[0].width, channels[0].height)
for (int i = 1; i <= channels[0].stackSize; i++)
    channels.eachWithIndex { channel, c ->
        stack.addSlice(image.getStack().getSliceLabel((i - 1) * channels.size() + c + 1), channel.getStack().getProcessor(i))
    }
restored = new ImagePlus(image.title.replaceFirst(/(\.[^. ]{1,4})?$/, '-restored$1'), stack)
restored.setDimensions(image.NChannels, image.NSlices, image.NFrames)
restored.openAsHyperStack = image.hyperStack
if (image instanceof CompositeImage) {
    restored = new CompositeImage(restored, image.mode)
    restored.copyLuts(image)
    def luts = restored.luts
    channels.eachWithIndex { channel, c -> // fitted to the result
        luts[c].min = channel.displayRangeMin
        luts[c].max = channel.displayRangeMax
    }
    restored.setLuts(luts)
} else {
    restored.setDisplayRange(channels[0].displayRangeMin, channels[0].displayRangeMax)
}
restored.calibration = channels[0].calibration
// Says how each channel was made
made = channels.withIndex(1).collect { channel, c ->
    "Channel ${c}:\n" + channel.infoProperty.readLines().findAll { it.startsWith("NDR ") }.join("\n")
}
restored.setProperty("Info", [image.infoProperty ?: "", *made].join("\n").trim())

saver = new FileSaver(restored)
if (!(restored.stackSize > 1 ? saver.saveAsTiffStack(output.path) : saver.saveAsTiff(output.path)))
    throw new IOException("'${output}' could not be written.")
