package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The standard deviation of the noise in an image of which nothing else is known: that of Immerkaer's difference of two
 * Laplacians ("Fast noise variance estimation", Computer Vision and Image Understanding 1996), in the blocks where it is
 * least. Those blocks have the least structure. Blocks that are cut off at the image's lowest or highest value are left
 * out, as noise cannot be seen there.
 *
 * <p>Low by about a tenth for white noise that is alike everywhere; the noise of the dark parts for photon noise; too low
 * for noise that is alike in neighbouring pixels; too high for an image that is texture everywhere.
 */
public final class NoiseLevel {

    private static final int BLOCK = 16;
    private static final double QUANTILE = 0.1;
    private static final double CUT_OFF = 0.25;
    private static final double NORM = 6; // root of the sum of the squares of 1 -2 1, -2 4 -2, 1 -2 1

    private NoiseLevel() {}

    /** The standard deviation, in units of the image's values; none if the image has no block to look at. */
    public static OptionalDouble of(Patch image) {
        List<Double> levels = new ArrayList<>();
        for (int c = 0; c < image.channels(); c++) addBlocks(image, c, levels);
        if (levels.isEmpty()) return OptionalDouble.empty();
        Collections.sort(levels);
        return OptionalDouble.of(levels.get((int) (QUANTILE * (levels.size() - 1))));
    }

    private static void addBlocks(Patch image, int channel, List<Double> levels) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int y = 0; y < image.height(); y++)
            for (int x = 0; x < image.width(); x++) {
                low = Math.min(low, image.at(channel, y, x));
                high = Math.max(high, image.at(channel, y, x));
            }
        for (int y = 1; y + BLOCK < image.height(); y += BLOCK)
            for (int x = 1; x + BLOCK < image.width(); x += BLOCK)
                if (!isCutOff(image, channel, y, x, low, high)) levels.add(level(image, channel, y, x));
    }

    private static boolean isCutOff(Patch image, int channel, int top, int left, float low, float high) {
        int atEnds = 0;
        for (int y = top; y < top + BLOCK; y++)
            for (int x = left; x < left + BLOCK; x++) {
                float value = image.at(channel, y, x);
                if (value == low || value == high) atEnds++;
            }
        return atEnds > CUT_OFF * BLOCK * BLOCK;
    }

    private static double level(Patch image, int c, int top, int left) {
        double sum = 0;
        for (int y = top; y < top + BLOCK; y++)
            for (int x = left; x < left + BLOCK; x++) {
                double above = curvature(image, c, y - 1, x);
                double here = curvature(image, c, y, x);
                double below = curvature(image, c, y + 1, x);
                double response = above - 2 * here + below;
                sum += response * response;
            }
        return Math.sqrt(sum / (BLOCK * BLOCK)) / NORM;
    }

    private static double curvature(Patch image, int c, int y, int x) {
        return (double) image.at(c, y, x - 1) - 2 * image.at(c, y, x) + image.at(c, y, x + 1);
    }
}
