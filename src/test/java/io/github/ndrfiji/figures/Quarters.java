package io.github.ndrfiji.figures;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;

/** An image whose quarters are degraded differently: nothing, noise; rain, haze. */
public final class Quarters {

    private static final String[] SAMPLES = {"photo-clean.png", "photo-noisy.png", "photo-rainy.png", "photo-hazy.png"};

    private Quarters() {}

    /** Needs the folder of the samples and the file for the image. */
    public static void main(String[] args) throws IOException {
        ImageProcessor joined =
                ImageFiles.open(Path.of(args[0], SAMPLES[0])).getProcessor().duplicate();
        int width = joined.getWidth() / 2;
        int height = joined.getHeight() / 2;
        for (int i = 1; i < SAMPLES.length; i++) {
            ImageProcessor sample =
                    ImageFiles.open(Path.of(args[0], SAMPLES[i])).getProcessor();
            int x = i % 2 * width;
            int y = i / 2 * height;
            sample.setRoi(x, y, width, height);
            joined.insert(sample.crop(), x, y);
        }
        ImageFiles.save(new ImagePlus("quarters", joined), Path.of(args[1]));
    }
}
