// Restores a time lapse channel by channel, each with a model and a value range of its own, and merges the channels
// again with their colours, calibration and display. The value range of a channel holds for all its time points, so
// that they do not flicker.
//
// (Restore... does all this in one go where one model and kind of range is right for every channel.)
//
// Change the values after the commas, or give them in an argument, as one does without windows:
//     ImageJ --headless -macro Restore_Time_Lapse.ijm "input=/data/cells.tif output=/data/restored.tif ranges=auto,0:900"

input  = option("input", "");         // an image file to open; empty: the active image is restored
output = option("output", "");        // a TIFF file for the result; empty: it stays open and is not saved
models = option("models", "general"); // one for each channel, as in general,my-model; the last one holds for the rest
ranges = option("ranges", "auto");    // likewise: auto, type, percentile, or such as 0:4095
device = option("device", "auto");    // auto, cpu or gpu

models = split(models, ",");
ranges = split(ranges, ",");
setBatchMode(true); // no windows until it is done
if (output != "" && output == input) exit("The output would replace the input; give it another name.");
if (input != "") open(input);
original = getImageID();
title = getTitle();
getDimensions(width, height, channels, slices, frames);
if (channels > 7) exit("Merge Channels... takes 7 channels at most, but there are " + channels
        + "; use Restore_Time_Lapse.groovy.");

if (channels == 1) {
    result = restore(original, 0);
} else {
    Stack.getDisplayMode(mode);
    Stack.getActiveChannels(active);
    labels = newArray(nSlices);
    for (i = 0; i < nSlices; i++) labels[i] = Property.getSliceLabel(i + 1);

    info = getMetadata("Info");
    merge = "";
    for (c = 1; c <= channels; c++) {
        selectImage(original);
        run("Duplicate...", "title=[channel " + c + "] duplicate channels=" + c);
        channel = getImageID();
        result = restore(channel, c - 1);
        info = info + "\nChannel " + c + ":\n" + made();
        rename("restored channel " + c);
        merge = merge + "c" + c + "=[restored channel " + c + "] ";
        selectImage(channel);
        close();
    }
    run("Merge Channels...", merge + "create");
    result = getImageID();
    rename(title + "-restored");
    Stack.setDisplayMode(mode);
    Stack.setActiveChannels(active);
    for (i = 0; i < nSlices; i++) Property.setSliceLabel(labels[i], i + 1);
    setMetadata("Info", info);
}
selectImage(result);
if (output != "") saveAs("Tiff", output);
setBatchMode("exit and display");

// How the active image was restored: the lines of its info that say so.
function made() {
    lines = split(getMetadata("Info"), "\n");
    text = "";
    for (l = 0; l < lines.length; l++) if (startsWith(lines[l], "NDR ")) text = text + lines[l] + "\n";
    return text;
}

// Restores an image of one channel and returns the ID of the result, which is then the active image.
function restore(image, channel) {
    model = models[minOf(channel, models.length - 1)];
    range = ranges[minOf(channel, ranges.length - 1)];
    run("Restore...", "image=" + image + " model=" + model + " device=" + device + " range=" + range);
    return getImageID();
}

// The value of a key in this macro's argument.
function option(key, otherwise) {
    return call("ij.Macro.getValue", getArgument(), key, otherwise);
}
