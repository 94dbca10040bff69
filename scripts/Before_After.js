// Restores an image file and writes the image and the result side by side, labelled, as one RGB picture. Of a stack it is
// the plane that ImageJ shows first.

#@ File (label = "Image") input
#@ File (label = "PNG file for the picture", style = "save") output
#@ String (label = "Model", value = "general", persist = false) model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ String (label = "Value range", value = "auto", persist = false) range
#@ CommandService commands
#@output ImagePlus picture

var Color = Java.type("java.awt.Color");
var ColorProcessor = Java.type("ij.process.ColorProcessor");
var FileSaver = Java.type("ij.io.FileSaver");
var Font = Java.type("java.awt.Font");
var IJ = Java.type("ij.IJ");
var ImagePlus = Java.type("ij.ImagePlus");
var IOException = Java.type("java.io.IOException");

if (input.getCanonicalPath() == output.getCanonicalPath())
    throw new IOException("The picture would replace '" + input + "'.");
var before = IJ.openImage(input.getPath());
if (before === null) throw new IOException("'" + input + "' cannot be opened as an image.");
var after = commands.run("io.github.ndrfiji.command.RestoreCommand", true,
    ["image", before, "model", model, "device", device, "range", range]).get().getOutput("restored");
if (after === null) throw new IOException("The restoration was cancelled.");

if (before.isComposite()) after.copyLuts(before);
else if (before.getBitDepth() != 24) after.setDisplayRange(before.getDisplayRangeMin(), before.getDisplayRangeMax());

// As they look on the screen, with the display range of the original, beside each other, below a line for the labels.
var line = Math.max(14, Math.floor(before.getHeight() / 12));
var pixels = new ColorProcessor(before.getWidth() + after.getWidth(), line + after.getHeight());
pixels.insert(new ColorProcessor(before.getImage()), 0, line);
pixels.insert(new ColorProcessor(after.getImage()), before.getWidth(), line);
pixels.setColor(Color.WHITE);
pixels.setFont(new Font("SansSerif", Font.BOLD, line - 4));
pixels.setAntialiasedText(true);
pixels.drawString("before", 3, line - 2);
pixels.drawString("restored", before.getWidth() + 3, line - 2);
var picture = new ImagePlus("Before and after", pixels);
if (!new FileSaver(picture).saveAsPng(output.getPath())) throw new IOException("'" + output + "' could not be written.");
