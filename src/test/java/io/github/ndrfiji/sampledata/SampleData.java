package io.github.ndrfiji.sampledata;

import ij.ImagePlus;
import ij.io.FileSaver;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes the sample images into a folder that holds {@code photo-clean.png}: everything else is made from seeds. */
public final class SampleData {

    private SampleData() {}

    /** {@code args}: the folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        ImagePlus cells = CellImages.clean();
        save(cells, folder);
        save(CellImages.noisy(cells), folder);
        BufferedImage photo = ImageIO.read(folder.resolve("photo-clean.png").toFile());
        for (Map.Entry<String, String> twin : PhotoImages.TWINS.entrySet())
            ImageIO.write(
                    PhotoImages.degraded(photo, twin.getValue()),
                    "png",
                    folder.resolve(twin.getKey()).toFile());
    }

    private static void save(ImagePlus image, Path folder) throws IOException {
        Path file = folder.resolve(image.getTitle());
        if (!new FileSaver(image).saveAsTiffStack(file.toString()))
            throw new IOException("ImageJ could not write " + file + "; see its log.");
    }
}
