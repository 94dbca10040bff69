// Restores every image in a folder and in the folders below it.
//
// - The results are TIFF files in another folder, which gets the same folders.
// - What exists there is left alone: start the macro again, and it goes on where it was stopped.
// - restored.csv tells of each file what became of it. A file that fails does not keep others from being restored.
//
// Change the values after the commas, or give them in an argument, as one does without windows:
//     ImageJ --headless -macro Restore_Folder.ijm "input=[/data/my cells] output=/data/restored"

input  = option("input", "");        // the folder of images; empty: you are asked
output = option("output", "");       // the folder for the results; empty: you are asked
model  = option("model", "general"); // Plugins > NDR Restore > Models... lists what there is
device = option("device", "auto");   // auto, cpu or gpu
range  = option("range", "auto");    // which values count as 0 and 1: auto, type, percentile, or such as 0:4095.
                                     // Give numbers if you want to compare the values of different files.
endings = newArray(".tif", ".tiff", ".png", ".jpg", ".jpeg", ".gif", ".bmp"); // which files are images

if (input == "") input = getDirectory("The folder of images");
if (output == "") output = getDirectory("The folder for the results");
input = withSlash(input);
output = withSlash(output);
if (!File.isDirectory(input)) exit("There is no folder " + input);
options = "model=" + model + " device=" + device + " range=" + range;
makeDirectories(output);
csv = output + "restored.csv";
File.saveString("file,status,seconds,message\n", csv);
var restored = 0, there = 0, failed = 0;
setBatchMode(true); // no windows
restoreFolder("");
setBatchMode(false);
summary = "" + restored + " restored, " + there + " existed already, " + failed + " failed; see " + csv;
print(summary);
return summary;

// Restores what lies in input + folder; folder is empty or ends with a slash.
function restoreFolder(folder) {
    names = getFileList(input + folder); // the names of folders end with a slash
    for (i = 0; i < names.length; i++) {
        file = folder + names[i];
        if (endsWith(names[i], "/")) {
            path = input + file;
            if (path != output) restoreFolder(file); // the results may lie in the folder of images
        } else if (isImage(names[i])) {
            restoreFile(file);
        }
    }
}

function restoreFile(file) {
    result = output + file;
    if (!endsWith(toLowerCase(file), ".tif")) result = result + ".tif"; // a.png and a.jpg are not the same
    if (File.exists(result)) {
        there++;
        addLine(file, "exists", 0, "");
        return;
    }
    makeDirectories(File.getParent(result));
    start = getTime();
    message = restore(input + file, result);
    if (message == "") {
        restored++;
        addLine(file, "restored", (getTime() - start) / 1000, "");
    } else {
        failed++;
        addLine(file, "failed", (getTime() - start) / 1000, message);
    }
}

// Restores one file. Returns what went wrong, or nothing.
//
// An error stops the macro in which it happens. So what may fail is called by call(), which goes on: ij.IJ.open opens a
// file, and ij.Macro.eval runs a text as a macro of its own and gives back the message of its error.
function restore(file, result) {
    problem = "This file cannot be opened as an image.";
    format = call("ij.io.Opener.getFileFormat", file);
    if (format == "unknown" || endsWith(format, "txt")) return problem;
    images = nImages;
    IJ.redirectErrorMessages(); // a damaged file shall not open a window that waits for a click
    call("ij.IJ.open", file);
    if (nImages == images) return problem;
    original = getImageID();
    problem = call("ij.Macro.eval", "run('Restore...', 'image=" + original + " " + options + "');");
    if (indexOf(problem, "Cancelled") >= 0) exit(problem); // the user wants no further file
    if (nImages > images + 1) {
        problem = "The result could not be written.";
        saveAs("Tiff", result + ".part.tif"); // a result that is half written shall not look like a whole one
        close();
        if (File.exists(result + ".part.tif")) moved = File.rename(result + ".part.tif", result);
    }
    selectImage(original);
    close();
    if (File.exists(result)) return "";
    return problem;
}

function addLine(file, status, seconds, message) {
    File.append(quoted(file) + "," + status + "," + d2s(seconds, 1) + "," + quoted(message), csv);
}

function quoted(text) {
    text = replace(replace(text, "\n", " "), "\"", "\"\"");
    return "\"" + text + "\"";
}

function isImage(name) {
    for (e = 0; e < endings.length; e++)
        if (endsWith(toLowerCase(name), endings[e])) return !startsWith(name, ".");
    return false;
}

// Makes a folder and those above it.
function makeDirectories(folder) {
    if (File.isDirectory(folder)) return;
    makeDirectories(File.getParent(folder));
    File.makeDirectory(folder);
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
