// Measures how near an image is to what it should be: PSNR (in dB) and SSIM over all its slices.

#@ File (label = "Image") image
#@ File (label = "Reference", description = "What it should be; of the same size") reference
#@ String (label = "Data range", value = "auto", persist = false) range
#@ Boolean (label = "Luma only", value = false, persist = false) luma
#@ CommandService commands
#@output double psnr
#@output double ssim

import ij.IJ

def open(File file) {
    def opened = IJ.openImage(file.path)
    if (opened == null) throw new IOException("'${file}' cannot be opened as an image.")
    return opened
}

result = commands.run("io.github.ndrfiji.command.EvaluateCommand", true,
        [image: open(image), reference: open(reference), range: range, luma: luma]).get()
psnr = result.getOutput("psnr")
ssim = result.getOutput("ssim")
IJ.log(String.format(Locale.ROOT, "PSNR %.2f dB, SSIM %.4f", psnr, ssim))
