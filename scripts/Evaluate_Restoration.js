// Measures how near an image is to what it should be: PSNR (in dB) and SSIM over all its slices.

#@ File (label = "Image") image
#@ File (label = "Reference", description = "What it should be; of the same size") reference
#@ String (label = "Data range", value = "auto", persist = false) range
#@ Boolean (label = "Luma only", value = false, persist = false) luma
#@ CommandService commands
#@output double psnr
#@output double ssim

var IJ = Java.type("ij.IJ");
var IOException = Java.type("java.io.IOException");

function open(file) {
    var opened = IJ.openImage(file.getPath());
    if (opened === null) throw new IOException("'" + file + "' cannot be opened as an image.");
    return opened;
}

var result = commands.run("io.github.ndrfiji.command.EvaluateCommand", true,
    ["image", open(image), "reference", open(reference), "range", range, "luma", luma]).get();
var psnr = result.getOutput("psnr");
var ssim = result.getOutput("ssim");
IJ.log("PSNR " + psnr.toFixed(2) + " dB, SSIM " + ssim.toFixed(4));
