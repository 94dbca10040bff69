// Restores the active image and shows it and the result side by side, labelled, in one RGB image. Of a stack it is the
// plane that is shown.
//
// Change the values after the commas, or give them in an argument, as one does without windows:
//     ImageJ --headless -macro Before_After.ijm "input=/data/cells.tif output=/data/before-after.tif"

input  = option("input", "");        // an image file to open; empty: the active image
output = option("output", "");       // a TIFF file for the picture; empty: it stays open and is not saved
model  = option("model", "general"); // Plugins > NDR Restore > Models... lists what there is
device = option("device", "auto");   // auto, cpu or gpu
range  = option("range", "auto");    // which values count as 0 and 1: auto, type, percentile, or such as 0:4095

setBatchMode(true); // no windows until it is done
if (output != "" && output == input) exit("The output would replace the input; give it another name.");
if (input != "") open(input);
original = getImageID();
width = getWidth();
Stack.getPosition(channel, slice, frame);
run("Restore...", "image=" + original + " model=" + model + " device=" + device + " range=" + range);
restored = getImageID();

picture(original, "Before");
showAlike();
picture(restored, "After");
selectImage(restored);
close();
run("Combine...", "stack1=Before stack2=After");
rename("Before and after");
label("before", 0);
label("restored", width);
if (output != "") saveAs("Tiff", output);
setBatchMode("exit and display");

// Makes an RGB copy of the shown plane, with all its channels, as it looks on the screen.
function picture(image, title) {
    selectImage(image);
    if (nSlices > 1) Stack.setPosition(channel, slice, frame);
    plane = "slices=" + slice + " frames=" + frame; // of a hyperstack
    shown = getSliceNumber(); // of another stack
    run("Duplicate...", "title=[" + title + " copy] duplicate " + plane + " range=" + shown + "-" + shown);
    copy = getImageID();
    if (nSlices > 1) run("Stack to RGB"); // into a new image
    else if (bitDepth() != 24) run("RGB Color");
    rename(title);
    if (getImageID() != copy) {
        selectImage(copy);
        close();
    }
}

// Shows the result with the display range of the original, channel by channel.
function showAlike() {
    selectImage(original);
    if (bitDepth() == 24) return;
    getDimensions(w, h, channels, slices, frames);
    for (c = 1; c <= channels; c++) {
        selectImage(original);
        if (channels > 1) Stack.setChannel(c);
        getMinAndMax(least, largest);
        selectImage(restored);
        if (channels > 1) Stack.setChannel(c);
        setMinAndMax(least, largest);
    }
    selectImage(original);
    if (channels > 1) Stack.setChannel(channel);
}

// Writes into the overlay, not the pixels: Image > Overlay > Flatten burns it in.
function label(text, x) {
    setFont("SansSerif", maxOf(9, getHeight() / 16), "bold");
    setColor("yellow");
    Overlay.drawString(text, x + 4, maxOf(9, getHeight() / 16) + 4);
    Overlay.show();
}

// The value of a key in this macro's argument.
function option(key, otherwise) {
    return call("ij.Macro.getValue", getArgument(), key, otherwise);
}
