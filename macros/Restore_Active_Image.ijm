// Restores the active image. The result opens beside it; the image itself remains as it is.
//
// Change the values after the commas, or give them in an argument, as one does without windows:
//     ImageJ --headless -macro Restore_Active_Image.ijm "input=[/data/my cells.tif] output=/data/restored.tif"

input  = option("input", "");        // an image file to open; empty: the active image is restored
output = option("output", "");       // a TIFF file for the result; empty: it stays open and is not saved
model  = option("model", "general"); // Plugins > NDR Restore > Models... lists what there is
device = option("device", "auto");   // auto, cpu or gpu
range  = option("range", "auto");    // which values count as 0 and 1: auto, type, percentile, or such as 0:4095

if (output != "" && output == input) exit("The output would replace the input; give it another name.");
if (input != "") open(input);
run("Restore...", "image=" + getImageID() + " model=" + model + " device=" + device + " range=" + range);
if (output != "") saveAs("Tiff", output);

// The value of a key in this macro's argument.
function option(key, otherwise) {
    return call("ij.Macro.getValue", getArgument(), key, otherwise);
}
