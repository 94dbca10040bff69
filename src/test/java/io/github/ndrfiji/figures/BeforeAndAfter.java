package io.github.ndrfiji.figures;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusRestorer;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.restore.RestoreOptions;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;

/** A picture of images above and what models make of them below, as at the head of the README and in the models' cards. */
public final class BeforeAndAfter {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int GAP = 4;
    private static final int WORDS_PER_COLUMN = 3;

    private BeforeAndAfter() {}

    /** Needs the file for the picture, and for each of its columns a model, an image and the image's caption in one word. */
    public static void main(String[] args) throws IOException {
        if (args.length % WORDS_PER_COLUMN != 1)
            throw new IllegalArgumentException(
                    "Expected a file and three words for each column, but there are " + args.length + " words.");
        int columns = args.length / WORDS_PER_COLUMN;
        ColorProcessor picture = new ColorProcessor(columns * (WIDTH + GAP) - GAP, 2 * HEIGHT + GAP);
        picture.setColor(Color.WHITE);
        picture.fill();
        for (int i = 0; i < columns; i++) {
            String model = args[1 + i * WORDS_PER_COLUMN];
            ImagePlus before = ImageFiles.open(Path.of(args[2 + i * WORDS_PER_COLUMN]));
            int x = i * (WIDTH + GAP);
            picture.insert(shown(before, args[3 + i * WORDS_PER_COLUMN]), x, 0);
            picture.insert(shown(restored(before, model), "restored"), x, HEIGHT + GAP);
        }
        ImageFiles.save(new ImagePlus("before and after", picture), Path.of(args[0]));
    }

    private static ImagePlus restored(ImagePlus image, String model) throws IOException {
        try (ImagePlusRestorer restorer = ImagePlusRestorer.open(model, "auto", RestoreOptions.defaults())) {
            return restorer.restore(image, Progress.NONE);
        }
    }

    /** The middle plane as it is displayed, cut to the picture's cells, with a caption. */
    private static ImageProcessor shown(ImagePlus image, String caption) {
        image.setPosition(1, (image.getNSlices() + 1) / 2, (image.getNFrames() + 1) / 2);
        ImageProcessor plane = image.flatten().getProcessor();
        double scale = Math.max((double) WIDTH / plane.getWidth(), (double) HEIGHT / plane.getHeight());
        plane.setInterpolationMethod(ImageProcessor.NEAREST_NEIGHBOR);
        plane = plane.resize(
                (int) Math.ceil(scale * plane.getWidth()), (int) Math.ceil(scale * plane.getHeight()), false);
        plane.setRoi((plane.getWidth() - WIDTH) / 2, (plane.getHeight() - HEIGHT) / 2, WIDTH, HEIGHT);
        plane = plane.crop();
        plane.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        plane.setAntialiasedText(true);
        plane.setColor(Color.WHITE);
        plane.drawString(caption, 8, HEIGHT - 6, new Color(0, 0, 0, 128));
        return plane;
    }
}
