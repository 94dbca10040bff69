package io.github.ndrfiji.cli;

import io.github.ndrfiji.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A PNG file for a figure of one image.
 *
 * @param input the image
 * @param output the figure
 */
record FigureFile(Path input, Path output) {

    /**
     * Checks before any work that the figure can be written.
     *
     * @throws IllegalArgumentException if it is not to be a PNG file, or of several images
     * @throws IOException if the input is missing, or the file exists and must not be replaced, or cannot be written
     */
    static FigureFile plan(List<Path> inputs, Path output, boolean overwrite) throws IOException {
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".png"))
            throw new IllegalArgumentException(
                    "--figure: '" + output + "' must be named as a PNG file, such as figure.png.");
        if (inputs.size() > 1 || Files.isDirectory(inputs.get(0)))
            throw new IllegalArgumentException(
                    "--figure is of one image, but there are several or a folder; give one.");
        List<FileJob> jobs =
                FileJob.plan(inputs, FileJob.Existing.of(overwrite), List.of(new Destination(output, false)));
        return new FigureFile(jobs.get(0).input(), jobs.get(0).outputs().get(0));
    }

    void write(BufferedImage figure) throws IOException {
        AtomicFile.write(output, out -> {
            if (!ImageIO.write(figure, "png", out))
                throw new IOException("This Java cannot write PNG files; use another Java.");
        });
    }
}
