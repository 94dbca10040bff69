// Restores an image file and writes the image and the result side by side, labelled, as one RGB picture. Of a stack it is
// the plane that ImageJ shows first.

#@ File (label = "Image") input
#@ File (label = "PNG file for the picture", style = "save") output
#@ String (label = "Model", value = "general", persist = false) model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ String (label = "Value range", value = "auto", persist = false) range
#@ CommandService commands
#@output ImagePlus picture

import ij.IJ
import ij.ImagePlus
import ij.io.FileSaver
import ij.process.ColorProcessor
import java.awt.Color
import java.awt.Font

if (input.canonicalFile == output.canonicalFile) throw new IOException("The picture would replace '${input}'.")
before = IJ.openImage(input.path)
if (before == null) throw new IOException("'${input}' cannot be opened as an image.")
after = commands.run("io.github.ndrfiji.command.RestoreCommand", true,
        [image: before, model: model, device: device, range: range]).get().getOutput("restored")
if (after == null) throw new java.util.concurrent.CancellationException("The restoration was cancelled.")

if (before.composite) after.copyLuts(before)
else if (before.bitDepth != 24) after.setDisplayRange(before.displayRangeMin, before.displayRangeMax)

// As they look on the screen, with the display range of the original, beside each other, below a line for the labels.
int line = Math.max(14, before.height.intdiv(12))
pixels = new ColorProcessor(before.width + after.width, line + after.height)
pixels.insert(new ColorProcessor(before.image), 0, line)
pixels.insert(new ColorProcessor(after.image), before.width, line)
pixels.color = Color.WHITE
pixels.font = new Font("SansSerif", Font.BOLD, line - 4)
pixels.antialiasedText = true
pixels.drawString("before", 3, line - 2)
pixels.drawString("restored", before.width + 3, line - 2)
picture = new ImagePlus("Before and after", pixels)
if (!new FileSaver(picture).saveAsPng(output.path)) throw new IOException("'${output}' could not be written.")
