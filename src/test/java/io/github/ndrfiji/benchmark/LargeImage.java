package io.github.ndrfiji.benchmark;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.imagej.GeneratedStack;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Writes a large TIFF file of 16 bits, noisy cells in every plane, to try what a program does with it. */
public final class LargeImage {

    private static final float PHOTONS = 200;
    private static final int CELLS = 256;

    private LargeImage() {}

    /** Takes the side of a plane in pixels, the number of planes, and the file. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3)
            throw new IllegalArgumentException("Expected SIDE PLANES FILE, but there are " + args.length + " words.");
        int side = Integer.parseInt(args[0]);
        int planes = Integer.parseInt(args[1]);
        ImageFiles.save(
                new ImagePlus("large", new GeneratedStack(side, side, planes, n -> cells(n, side))), Path.of(args[2]));
    }

    /** The same cells side by side as often as there is room, with photon noise that repeats nowhere. */
    private static ImageProcessor cells(int plane, int side) {
        Patch cells = new Cells(1, CELLS, 1).read(0);
        SplittableRandom random = new SplittableRandom(plane);
        short[] pixels = new short[side * side];
        for (int i = 0; i < pixels.length; i++) {
            float photons = PHOTONS * cells.values()[i / side % CELLS * CELLS + i % side % CELLS];
            pixels[i] = (short) Math.max(0, 100 + photons + Math.sqrt(photons) * random.nextGaussian());
        }
        return new ShortProcessor(side, side, pixels, null);
    }
}
