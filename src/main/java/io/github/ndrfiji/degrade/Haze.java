package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * The atmospheric scattering model I = J t + A (1 - t) with t = exp(-beta d). The depth d is a ramp or a smooth random
 * field, drawn anew for each patch; a share of it may be a second such field.
 *
 * @param beta scattering, where the farthest point has depth 1
 * @param airlight A, in units of the values
 * @param near depth of the nearest point, from 0 to 1
 * @param relief share of the second field, from 0 to 1
 */
record Haze(double beta, double airlight, double near, double relief) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        return through(clean, depth(clean.height(), clean.width(), random));
    }

    /** At these depths as they are: neither {@link #near} nor {@link #relief} counts. */
    @Override
    public Patch apply(Patch clean, Depth depth, RandomGenerator random) {
        depth.requireSizeOf(clean);
        return through(clean, depth.values().values());
    }

    /** The image seen through the haze. {@code depth} has one value for each pixel. */
    Patch through(Patch clean, float[] depth) {
        float[] hazy = clean.values().clone();
        for (int i = 0; i < depth.length; i++) {
            float t = (float) Math.exp(-beta * depth[i]);
            for (int k = i; k < hazy.length; k += depth.length) hazy[k] = (float) (hazy[k] * t + airlight * (1 - t));
        }
        return new Patch(hazy, clean.channels(), clean.height(), clean.width());
    }

    /** Depths from {@link #near} to 1, row by row. */
    float[] depth(int height, int width, RandomGenerator random) {
        float[] depth = random.nextBoolean() ? ramp(height, width, random) : field(height, width, random);
        if (relief > 0) {
            depth = scaled(depth, 0);
            float[] second = scaled(field(height, width, random), 0);
            for (int i = 0; i < depth.length; i++) depth[i] = (float) ((1 - relief) * depth[i] + relief * second[i]);
        }
        return scaled(depth, near);
    }

    /** Stretched, in place, to values from {@code least} to 1. */
    private static float[] scaled(float[] depth, double least) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float d : depth) {
            min = Math.min(min, d);
            max = Math.max(max, d);
        }
        for (int i = 0; i < depth.length; i++)
            depth[i] = max > min ? (float) (least + (1 - least) * (depth[i] - min) / (max - min)) : 1;
        return depth;
    }

    private static float[] ramp(int height, int width, RandomGenerator random) {
        double direction = 2 * Math.PI * random.nextDouble();
        float[] ramp = new float[height * width];
        for (int i = 0; i < ramp.length; i++)
            ramp[i] = (float) (Math.cos(direction) * (i % width) + Math.sin(direction) * (i / width));
        return ramp;
    }

    private static float[] field(int height, int width, RandomGenerator random) {
        int rows = random.nextInt(2, 7);
        int columns = random.nextInt(2, 7);
        Patch coarse = Patch.zeros(1, rows, columns);
        for (int i = 0; i < rows * columns; i++) coarse.values()[i] = (float) random.nextGaussian();
        return Resampling.bicubic(coarse, height, width, (double) rows / height, (double) columns / width)
                .values();
    }
}
