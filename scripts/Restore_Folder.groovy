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

import groovy.io.FileType
import ij.IJ
import ij.io.FileSaver
import java.nio.file.Files
import java.util.concurrent.CancellationException

ENDINGS = [".tif", ".tiff", ".png", ".jpg", ".jpeg", ".gif", ".bmp"]

def restore(File file, File result) {
    IJ.redirectErrorMessages() // a damaged file shall not open a window that waits for a click
    def image = IJ.openImage(file.path)
    if (image == null) throw new IOException("This file cannot be opened as an image.")
    def restored = commands.run("io.github.ndrfiji.command.RestoreCommand", true,
            [image: image, model: model, device: device, range: range]).get().getOutput("restored")
    if (restored == null) throw new CancellationException("The restoration was cancelled.")
    def part = new File(result.path + ".part.tif") // a result that is half written shall not look like a whole one
    result.parentFile.mkdirs()
    def saver = new FileSaver(restored)
    if (!(restored.stackSize > 1 ? saver.saveAsTiffStack(part.path) : saver.saveAsTiff(part.path)))
        throw new IOException("The result could not be written.")
    Files.move(part.toPath(), result.toPath())
}

// What went wrong: the innermost cause tells it.
def message(Throwable e) {
    while (e.cause != null) e = e.cause
    return e.message ?: e.toString()
}

def quoted(String text) {
    return '"' + text.replaceAll(/\s+/, " ").replace('"', '""') + '"'
}

if (!input.directory) throw new FileNotFoundException("There is no folder ${input}")
output.mkdirs()
results = output.toPath().toRealPath()
files = []
input.eachFileRecurse(FileType.FILES) { file ->
    if (file.toPath().toRealPath().startsWith(results) || file.name.startsWith(".")) return
    if (ENDINGS.any { file.name.toLowerCase().endsWith(it) }) files << file
}

counts = [restored: 0, exists: 0, failed: 0]
new File(output, "restored.csv").withWriter("UTF-8") { csv ->
    csv << "file,status,seconds,message\n"
    files.sort().each { file ->
        def name = input.toPath().relativize(file.toPath()).toString().replace("\\", "/")
        def result = new File(output, name.toLowerCase().endsWith(".tif") ? name : name + ".tif")
        def start = System.currentTimeMillis()
        def status = "exists"
        def problem = ""
        if (!result.exists()) {
            try {
                restore(file, result)
                status = "restored"
            } catch (CancellationException e) {
                throw e // the user wants no further file
            } catch (Exception e) {
                status = "failed"
                problem = message(e)
            }
        }
        counts[status]++
        def seconds = String.format(Locale.ROOT, "%.1f", (System.currentTimeMillis() - start) / 1000d)
        csv << [quoted(name), status, seconds, quoted(problem)].join(",") + "\n"
        csv.flush()
    }
}
summary = "${counts.restored} restored, ${counts.exists} existed already, ${counts.failed} failed; see ${output}/restored.csv"
        .toString()
IJ.log(summary)
if (counts.failed > 0) throw new IllegalStateException(summary)
