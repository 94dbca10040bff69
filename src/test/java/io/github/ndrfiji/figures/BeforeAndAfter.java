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
import java.util.List;

/** The picture at the head of the README: sample images above, what the shipped models make of them below. */
public final class BeforeAndAfter {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int GAP = 4;
    private static final List<Sample> SAMPLES = List.of(
            new Sample("photo-noisy.png", "general"),
            new Sample("photo-rainy.png", "general"),
            new Sample("photo-hazy.png", "general"),
            new Sample("cells-noisy.tif", "microscopy"));

    private record Sample(String file, String model) {}

    private BeforeAndAfter() {}

    /** Needs the folder of the samples and the file for the picture. */
    public static void main(String[] args) throws IOException {
        ColorProcessor picture = new ColorProcessor(SAMPLES.size() * (WIDTH + GAP) - GAP, 2 * HEIGHT + GAP);
        picture.setColor(Color.WHITE);
        picture.fill();
        for (int i = 0; i < SAMPLES.size(); i++) {
            ImagePlus before = ImageFiles.open(Path.of(args[0], SAMPLES.get(i).file));
            int x = i * (WIDTH + GAP);
            picture.insert(shown(before, "input"), x, 0);
            picture.insert(shown(restored(before, SAMPLES.get(i).model), "restored"), x, HEIGHT + GAP);
        }
        ImageFiles.save(new ImagePlus("before and after", picture), Path.of(args[1]));
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
