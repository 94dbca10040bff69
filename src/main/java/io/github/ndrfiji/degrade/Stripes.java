package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * Parallel lines, each with an offset of its own that is added to all channels. Between the middles of two lines the
 * offset is interpolated so that its standard deviation is {@code amplitude} everywhere.
 *
 * @param amplitude standard deviation of the offsets, in units of the values
 * @param angle direction of the lines in degrees, counter-clockwise: 0 along the rows, 90 along the columns
 * @param width distance of two lines in pixels
 */
record Stripes(double amplitude, double angle, double width) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        // The step across the lines, in lines, for a step along x and along y.
        double stepX = (angle == 90 ? 1 : Math.sin(Math.toRadians(angle))) / width;
        double stepY = (angle == 90 ? 0 : Math.cos(Math.toRadians(angle))) / width;
        double start = -Math.min(0, stepX * (clean.width() - 1)) - Math.min(0, stepY * (clean.height() - 1));
        double end = start + Math.max(0, stepX * (clean.width() - 1)) + Math.max(0, stepY * (clean.height() - 1));
        double[] offsets = new double[(int) end + 2];
        for (int i = 0; i < offsets.length; i++) offsets[i] = amplitude * random.nextGaussian();

        float[] striped = clean.values().clone();
        int plane = clean.height() * clean.width();
        for (int i = 0; i < plane; i++) {
            double position = start + stepY * (i / clean.width()) + stepX * (i % clean.width());
            int line = (int) position;
            double share = position - line;
            double offset = ((1 - share) * offsets[line] + share * offsets[line + 1])
                    / Math.sqrt((1 - share) * (1 - share) + share * share);
            for (int k = i; k < striped.length; k += plane) striped[k] += (float) offset;
        }
        return new Patch(striped, clean.channels(), clean.height(), clean.width());
    }
}
