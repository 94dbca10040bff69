// Restores every image in a folder and in the folders below it.
//
// - The results are TIFF files in another folder, which gets the same folders.
// - What exists there is left alone: start the script again, and it goes on where it was stopped.
// - restored.csv tells of each file what became of it. A file that fails does not keep others from being restored; in the
//   end an exception tells how many failed.

#@ File (label = "Folder of images", style = "directory") input
#@ File (label = "Folder for the results", style = "directory") output
#@ String (label = "Model", value = "general", persist = false) model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ String (label = "Value range", value = "auto", persist = false) range
#@ CommandService commands
#@output String summary

var IJ = Java.type("ij.IJ");
var FileSaver = Java.type("ij.io.FileSaver");
var JFile = Java.type("java.io.File");
var Files = Java.type("java.nio.file.Files");
var StandardCharsets = Java.type("java.nio.charset.StandardCharsets");
var Exception = Java.type("java.lang.Exception");
var IOException = Java.type("java.io.IOException");
var CancellationException = Java.type("java.util.concurrent.CancellationException");

function restore(file, result) {
    IJ.redirectErrorMessages(); // a damaged file shall not open a window that waits for a click
    var image = IJ.openImage(file.getPath());
    if (image === null) throw new IOException("This file cannot be opened as an image.");
    var restored = commands.run("io.github.ndrfiji.command.RestoreCommand", true,
        ["image", image, "model", model, "device", device, "range", range]).get().getOutput("restored");
    if (restored === null) throw new CancellationException("The restoration was cancelled.");
    var part = new JFile(result.getPath() + ".part.tif"); // a result that is half written shall not look like a whole one
    result.getParentFile().mkdirs();
    var saver = new FileSaver(restored);
    var saved = restored.getStackSize() > 1 ? saver.saveAsTiffStack(part.getPath()) : saver.saveAsTiff(part.getPath());
    if (!saved) throw new IOException("The result could not be written.");
    Files.move(part.toPath(), result.toPath());
}

// What went wrong: the innermost cause tells it.
function message(e) {
    while (e.getCause() !== null) e = e.getCause();
    return e.getMessage() === null ? e.toString() : e.getMessage();
}

function quoted(text) {
    return '"' + String(text).replace(/\s+/g, " ").replace(/"/g, '""') + '"';
}

function isImage(name) {
    return /^[^.].*\.(tiff?|png|jpe?g|gif|bmp)$/i.test(name);
}

// The names of all images below a folder, by name; the results may lie below it too.
function images(folder, path) {
    var found = [];
    Java.from(folder.listFiles()).sort().forEach(function (file) {
        var name = path + file.getName();
        if (file.isDirectory()) {
            if (!Files.isSameFile(file.toPath(), output.toPath())) found = found.concat(images(file, name + "/"));
        } else if (isImage(file.getName())) {
            found.push(name);
        }
    });
    return found;
}

if (!input.isDirectory()) throw new IOException("There is no folder " + input);
output.mkdirs();
var counts = {restored: 0, exists: 0, failed: 0};
var csv = Files.newBufferedWriter(new JFile(output, "restored.csv").toPath(), StandardCharsets.UTF_8);
try {
    csv.write("file,status,seconds,message\n");
    images(input, "").forEach(function (name) {
        var result = new JFile(output, /\.tif$/i.test(name) ? name : name + ".tif");
        var start = Date.now();
        var status = "exists";
        var problem = "";
        if (!result.exists()) {
            try {
                restore(new JFile(input, name), result);
                status = "restored";
            } catch (e if e instanceof Exception) {
                if (e instanceof CancellationException) throw e; // the user wants no further file
                status = "failed";
                problem = message(e);
            }
        }
        counts[status]++;
        var seconds = ((Date.now() - start) / 1000).toFixed(1);
        csv.write([quoted(name), status, seconds, quoted(problem)].join(",") + "\n");
        csv.flush();
    });
} finally {
    csv.close();
}
var summary = counts.restored + " restored, " + counts.exists + " existed already, " + counts.failed + " failed; see "
    + output + "/restored.csv";
IJ.log(summary);
if (counts.failed > 0) throw new IOException(summary);
