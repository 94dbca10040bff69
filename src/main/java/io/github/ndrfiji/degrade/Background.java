package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * Light from out of focus, as in a microscope without sectioning: a smooth positive field is added to each channel, drawn
 * for each by itself.
 *
 * <p>The field is the uniform cubic B-spline whose knots are drawn from an exponential distribution of mean
 * {@code strength}: it has this mean at every pixel, and a variance of {@code strength}<sup>2</sup>
 * (151 / 315)<sup>2</sup> on average.
 *
 * @param strength mean of what is added, in units of the values
 * @param size distance of two knots in pixels
 */
record Background(double strength, double size) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        float[] lit = clean.values().clone();
        int area = clean.height() * clean.width();
        for (int c = 0; c < clean.channels(); c++) {
            Weights rows = Weights.of(clean.height(), size, random.nextDouble());
            Weights columns = Weights.of(clean.width(), size, random.nextDouble());
            double[] knots = new double[rows.knots() * columns.knots()];
            for (int i = 0; i < knots.length; i++) knots[i] = strength * random.nextExponential();
            for (int i = 0; i < area; i++)
                lit[c * area + i] += (float) field(knots, rows, i / clean.width(), columns, i % clean.width());
        }
        return new Patch(lit, clean.channels(), clean.height(), clean.width());
    }

    private static double field(double[] knots, Weights rows, int y, Weights columns, int x) {
        double sum = 0;
        for (int v = 0; v < 4; v++)
            for (int u = 0; u < 4; u++)
                sum += rows.values[4 * y + v]
                        * columns.values[4 * x + u]
                        * knots[(rows.first[y] + v) * columns.knots() + columns.first[x] + u];
        return sum;
    }

    /** For each position along one axis, the first of the four knots that count there, and their weights. */
    private record Weights(int[] first, double[] values) {

        static Weights of(int count, double size, double start) {
            Weights weights = new Weights(new int[count], new double[4 * count]);
            for (int i = 0; i < count; i++) {
                double position = start + i / size;
                weights.first[i] = (int) position;
                double t = position - weights.first[i];
                weights.values[4 * i] = (1 - t) * (1 - t) * (1 - t) / 6;
                weights.values[4 * i + 1] = ((3 * t - 6) * t * t + 4) / 6;
                weights.values[4 * i + 2] = (((-3 * t + 3) * t + 3) * t + 1) / 6;
                weights.values[4 * i + 3] = t * t * t / 6;
            }
            return weights;
        }

        int knots() {
            return first[first.length - 1] + 4;
        }
    }
}
