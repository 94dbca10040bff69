// Measures how near an image is to what it should be: PSNR and SSIM of each slice in the Results table, and of the whole
// image in its last row.
//
// Asks for the two images. Without windows, give files in an argument:
//     ImageJ --headless -macro Evaluate_Restoration.ijm "image=/data/restored.tif reference=/data/clean.tif csv=/data/psnr.csv"

image     = option("image", "");     // the file to measure; empty: you choose from the open images
reference = option("reference", ""); // what it should be; of the same size
csv       = option("csv", "");       // a file for the table; empty: it is not saved
range     = option("range", "auto"); // the largest difference of two values: auto, or such as 4095

if (image == "" || reference == "") {
    Dialog.create("Evaluate Restoration");
    Dialog.addImageChoice("Image");
    Dialog.addImageChoice("Reference");
    Dialog.show();
    imageID = idOf(Dialog.getImageChoice());
    referenceID = idOf(Dialog.getImageChoice());
} else {
    open(image);
    imageID = getImageID();
    open(reference);
    referenceID = getImageID();
}
run("Evaluate...", "image=" + imageID + " reference=" + referenceID + " range=" + range);
psnr = getResult("PSNR", nResults - 1);
ssim = getResult("SSIM", nResults - 1);
print("PSNR " + d2s(psnr, 2) + " dB, SSIM " + d2s(ssim, 4));
if (csv != "") saveAs("Results", csv);

function idOf(title) {
    selectImage(title);
    return getImageID();
}

// The value of a key in this macro's argument.
function option(key, otherwise) {
    return call("ij.Macro.getValue", getArgument(), key, otherwise);
}
