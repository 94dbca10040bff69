// Colours a plate of images by their dominant degradation.
//
// - Makes one picture: a tile for each image of a folder, framed in the colour of the learned degradation with the largest
//   mean share in it, and a legend. The tiles are in the order of the file names, as the wells of a plate.
// - The Results table gets a line for each plane and channel of each image, sorted by the dominant degradation.
//   What is in that table before is cleared.
// - A file that cannot be measured gets no tile; its name is printed. The others follow.
//
// Change the values after the commas, or give them in an argument, as one does without windows:
//     ImageJ --headless -macro Colour_Plate_by_Degradation.ijm "input=/data/plate output=/data/plate.png csv=/data/plate.csv"

input   = option("input", "");        // the folder of images; empty: you are asked
output  = option("output", "");       // a PNG or TIFF file for the picture; empty: it stays open and is not saved
csv     = option("csv", "");          // a file for the table; empty: it is not saved
columns = parseInt(option("columns", "0")); // tiles in a row, such as 12 for 96 wells; 0: about as many as rows
tile    = parseInt(option("tile", "160"));  // side of a tile in pixels
model   = option("model", "general"); // Plugins > NDR Restore > Models... lists what there is
device  = option("device", "auto");   // auto, cpu or gpu
range   = option("range", "auto");    // which values count as 0 and 1: auto, type, percentile, or such as 0:4095.
                                      // Give numbers if you want to compare images of different brightness.
level   = option("level", "mean");    // of the network: 1 (the finest), 2, 3, or mean
endings = newArray(".tif", ".tiff", ".png", ".jpg", ".jpeg", ".gif", ".bmp"); // which files are images

if (input == "") input = getDirectory("The folder of images");
input = withSlash(input);
if (!File.isDirectory(input)) exit("There is no folder " + input);
files = images(getFileList(input));
if (files.length == 0) exit("There are no images in " + input);
if (columns < 1) columns = Math.ceil(sqrt(files.length));
options = "model=[" + model + "] device=" + device + " range=" + range + " level=" + level + " regions=image";
frame = maxOf(4, tile / 16);
text = maxOf(9, tile / 12); // height of letters
cell = tile + 2 * frame;
row = cell + text + 8;
run("Clear Results");
setBatchMode(true); // no windows
plateWidth = maxOf(columns * (cell + 8) + 8, 26 * text); // the legend's heading fits in
plateHeight = Math.ceil(files.length / columns) * row + (files.length + 1) * (text + 8) + 16; // what is too high is cut off
newImage("Plate", "RGB white", plateWidth, plateHeight, 1);
plate = getImageID();
counts = newArray(0); // how many images each degradation dominates
measured = 0;
for (i = 0; i < files.length; i++) {
    showProgress(i, files.length);
    before = nResults;
    problem = measure(input + files[i]); // leaves a picture of the image in front
    if (problem != "") {
        print(files[i] + ": " + problem);
        continue;
    }
    dominant = dominantFrom(before);
    if (dominant == 0) {
        close();
        print(files[i] + ": None of its pixels holds a number.");
        continue;
    }
    while (counts.length < dominant) counts = Array.concat(counts, 0);
    counts[dominant - 1] = counts[dominant - 1] + 1;
    addTile(files[i], dominant, measured % columns, floor(measured / columns));
    measured++;
}
if (measured == 0) exit("None of the images in " + input + " could be measured.");
addLegend();
Table.sort("Dominant");
updateResults();
if (csv != "") saveAs("Results", csv);
selectImage(plate);
if (endsWith(toLowerCase(output), ".png")) saveAs("PNG", output);
else if (output != "") saveAs("Tiff", output);
setBatchMode("exit and display");
summary = "" + measured + " of " + files.length + " images measured";
print(summary);
return summary;

// Measures an image and puts its picture in front. Returns what went wrong, or nothing.
//
// An error stops the macro in which it happens. So what may fail is called by call(), which goes on: ij.IJ.open opens a
// file, and ij.Macro.eval runs a text as a macro of its own and gives back the message of its error.
function measure(file) {
    format = call("ij.io.Opener.getFileFormat", file);
    if (format == "unknown" || endsWith(format, "txt")) return "This file cannot be opened as an image.";
    opened = nImages;
    rows = nResults;
    IJ.redirectErrorMessages(); // a damaged file shall not open a window that waits for a click
    call("ij.IJ.open", file);
    if (nImages == opened) return "This file cannot be opened as an image.";
    image = getImageID();
    problem = call("ij.Macro.eval", "run('Measure Degradations...', 'image=" + image + " " + options + "');");
    if (indexOf(problem, "Cancelled") >= 0) exit(problem); // the user wants no further file
    selectImage(image);
    if (nResults == rows) {
        close();
        if (problem == "") return "Nothing was measured.";
        return problem;
    }
    run("Select None");
    getDimensions(width, height, channels, slices, frames);
    if (nSlices > 1) { // the plane in the middle, with all its channels
        plane = "slices=" + floor((slices + 1) / 2) + " frames=" + floor((frames + 1) / 2);
        middle = floor((nSlices + 1) / 2); // of a stack that is no hyperstack
        position = "duplicate " + plane + " range=" + middle + "-" + middle;
        run("Duplicate...", "title=shown " + position);
        shown = getImageID();
        selectImage(image);
        close();
        selectImage(shown);
        if (nSlices > 1) { // into a new image
            run("Stack to RGB");
            colours = getImageID();
            selectImage(shown);
            close();
            selectImage(colours);
        }
    }
    if (bitDepth() != 24) run("RGB Color");
    return "";
}

// The degradation with the largest mean share over the lines of the table from one on; 0 if no pixels were measured.
function dominantFrom(first) {
    best = 0;
    largest = 0;
    for (n = 1; Table.columnExists("A" + n); n++) {
        sum = 0;
        for (line = first; line < nResults; line++)
            if (getResult("Pixels", line) > 0) sum += getResult("A" + n, line) * getResult("Pixels", line);
        if (sum > largest) {
            best = n;
            largest = sum;
        }
    }
    return best;
}

// Puts the picture in front into the plate and closes it.
function addTile(name, number, column, line) {
    picture = getImageID();
    scale = tile / maxOf(getWidth(), getHeight());
    width = maxOf(1, round(getWidth() * scale));
    height = maxOf(1, round(getHeight() * scale));
    run("Size...", "width=" + width + " height=" + height + " average interpolation=Bilinear");
    run("Copy");
    close();
    selectImage(plate);
    x = 8 + column * (cell + 8);
    y = 8 + line * row;
    hue = colour(number);
    setColor(hue);
    fillRect(x, y, cell, cell);
    setColor("#202020");
    fillRect(x + frame, y + frame, tile, tile);
    makeRectangle(x + frame + floor((tile - width) / 2), y + frame + floor((tile - height) / 2), width, height);
    run("Paste");
    run("Select None");
    setFont("SansSerif", text, "antialiased");
    setColor("black");
    drawString(shortened(name), x, y + cell + text + 2);
}

// A line below the tiles for each degradation that dominates some image, the most frequent first.
function addLegend() {
    selectImage(plate);
    order = Array.reverse(Array.rankPositions(counts));
    used = 0;
    for (k = 0; k < order.length; k++) if (counts[order[k]] > 0) used++;
    top = 8 + Math.ceil(measured / columns) * row;
    makeRectangle(0, 0, plateWidth, top + (used + 1) * (text + 8) + 8);
    run("Crop");
    setFont("SansSerif", text, "antialiased");
    setColor("black");
    drawString("Dominant learned degradation of " + measured + " images", 8, top + text + 2);
    for (k = 0; k < used; k++) {
        y = top + (k + 1) * (text + 8);
        hue = colour(order[k] + 1);
        setColor(hue);
        fillRect(8, y + 2, text + 2, text + 2);
        setColor("black");
        drawString("degradation " + (order[k] + 1) + ": " + counts[order[k]], 16 + text, y + text + 4);
    }
}

// As the Degradation Maps show it.
function colour(number) {
    return call("io.github.ndrfiji.imagej.DegradationColours.hex", number);
}

// A name that fits below a tile.
function shortened(name) {
    if (getStringWidth(name) <= cell) return name;
    while (lengthOf(name) > 1 && getStringWidth(name + "...") > cell) name = substring(name, 0, lengthOf(name) - 1);
    return name + "...";
}

// Those of some names that are images.
function images(names) {
    found = newArray(0);
    for (i = 0; i < names.length; i++) if (isImage(names[i])) found = Array.concat(found, names[i]);
    return found;
}

function isImage(name) {
    for (e = 0; e < endings.length; e++)
        if (endsWith(toLowerCase(name), endings[e])) return !startsWith(name, ".");
    return false;
}

// A folder with / at its end, which Windows understands too.
function withSlash(folder) {
    folder = replace(folder, "\\", "/");
    if (endsWith(folder, "/")) return folder;
    return folder + "/";
}

// The value of a key in this macro's argument.
function option(key, otherwise) {
    return call("ij.Macro.getValue", getArgument(), key, otherwise);
}
