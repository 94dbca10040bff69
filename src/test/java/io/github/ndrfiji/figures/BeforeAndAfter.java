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

/** The picture at the head of the README: sample images above, what the default model makes of them below. */
public final class BeforeAndAfter {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int GAP = 4;
    private static final List<String> SAMPLES =
            List.of("photo-noisy.png", "photo-rainy.png", "photo-hazy.png", "cells-noisy.tif");

    private BeforeAndAfter() {}

    /** Needs the folder of the samples and the file for the picture. */
    public static void main(String[] args) throws IOException {
        ColorProcessor picture = new ColorProcessor(SAMPLES.size() * (WIDTH + GAP) - GAP, 2 * HEIGHT + GAP);
        picture.setColor(Color.WHITE);
        picture.fill();
        try (ImagePlusRestorer restorer = ImagePlusRestorer.open("general", "auto", RestoreOptions.defaults())) {
            for (int i = 0; i < SAMPLES.size(); i++) {
                ImagePlus before = ImageFiles.open(Path.of(args[0], SAMPLES.get(i)));
                ImagePlus after = restorer.restore(before, Progress.NONE);
                int x = i * (WIDTH + GAP);
                picture.insert(shown(before, "input"), x, 0);
                picture.insert(shown(after, "restored"), x, HEIGHT + GAP);
            }
        }
        ImageFiles.save(new ImagePlus("before and after", picture), Path.of(args[1]));
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
