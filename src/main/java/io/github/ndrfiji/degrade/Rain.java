package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * Rain streaks: y = x + r max(0, 1 - screen x), the same r for all channels.
 *
 * <p>r is the sum of layers of streaks at random places, the nearest with the given length, width and brightness, the
 * farther ones shorter, finer and fainter. There are as many streaks as it takes for the root mean square of r to be
 * {@link #RMS_AT_FULL_STRENGTH} times the strength, whatever they look like; each layer adds an equal share to its
 * square.
 *
 * @param strength of the whole rain; more of it means more streaks
 * @param angle in degrees from the vertical; positive leans like a slash (/)
 * @param length of a streak in pixels
 * @param width of a streak in pixels, at half its brightness
 * @param brightness in the middle of the brightest streaks
 */
record Rain(double strength, double angle, double length, double width, double brightness, int layers, double screen)
        implements Effect {

    /** Leaves photographs, clipped to 8 bits, at about 27 dB on luma at strength 0.5 (37 of BSDS: 27.1 on average). */
    static final double RMS_AT_FULL_STRENGTH = 0.125;

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        float[] rain = new float[clean.height() * clean.width()];
        for (int layer = 0; layer < layers; layer++) {
            double scale = 1 / (1 + 0.6 * layer);
            addLayer(rain, clean.width(), scale, random);
        }
        float[] rainy = clean.values().clone();
        for (int i = 0; i < rainy.length; i++)
            rainy[i] += rain[i % rain.length] * (float) Math.max(0, 1 - screen * rainy[i]);
        return new Patch(rainy, clean.channels(), clean.height(), clean.width());
    }

    private void addLayer(float[] rain, int columns, double scale, RandomGenerator random) {
        int rows = rain.length / columns;
        double meanLength = Math.max(1, length * scale);
        double sigma = Math.max(1, width * scale) / 2.355; // full width at half maximum of a Gaussian
        double peak = brightness * scale;
        double tilt = angle + 3 * random.nextGaussian();
        double margin = meanLength + 3 * sigma;
        double area = (rows + 2 * margin) * (columns + 2 * margin);
        double streaks = Poisson.draw(area * density(meanLength, sigma, peak), random);
        for (int i = 0; i < streaks; i++)
            new Streak(
                            random.nextDouble() * (columns + 2 * margin) - margin,
                            random.nextDouble() * (rows + 2 * margin) - margin,
                            Math.toRadians(tilt + random.nextGaussian()),
                            meanLength * (0.5 + random.nextDouble()) / 2,
                            sigma,
                            peak * (0.4 + 0.6 * random.nextDouble()))
                    .addTo(rain, columns);
    }

    /**
     * Streaks a pixel, from Campbell's theorem: independent streaks s of density q have the mean square
     * q E[sum s<sup>2</sup>] + (q E[sum s])<sup>2</sup>.
     */
    private double density(double meanLength, double sigma, double peak) {
        double meanSquare = RMS_AT_FULL_STRENGTH * strength * RMS_AT_FULL_STRENGTH * strength / layers;
        double sum = 0.7 * peak * Streak.sum(meanLength / 2, sigma); // 0.7, 0.52: moments of a number from [0.4, 1]
        double squares = 0.52 * peak * peak * Streak.sumOfSquares(meanLength / 2, sigma);
        return 2 * meanSquare / (squares + Math.sqrt(squares * squares + 4 * sum * sum * meanSquare));
    }

    /**
     * One streak: brightness peak (1 - (a / half)<sup>4</sup>) exp(-d<sup>2</sup> / 2 sigma<sup>2</sup>), a along it and
     * d across, in pixels from its middle.
     *
     * @param angle in radians from the vertical
     * @param half of its length
     */
    private record Streak(double x, double y, double angle, double half, double sigma, double peak) {

        /** The sum over all pixels of a streak of peak 1: the integral of its profile. */
        static double sum(double half, double sigma) {
            return 1.6 * half * sigma * Math.sqrt(2 * Math.PI);
        }

        /** The sum of the squares over all pixels of a streak of peak 1. */
        static double sumOfSquares(double half, double sigma) {
            return 64.0 / 45 * half * sigma * Math.sqrt(Math.PI);
        }

        void addTo(float[] rain, int columns) {
            double alongX = Math.sin(angle);
            double alongY = -Math.cos(angle);
            double reach = 3 * sigma;
            double boxX = Math.abs(alongX) * half + Math.abs(alongY) * reach;
            double boxY = Math.abs(alongY) * half + Math.abs(alongX) * reach;
            int bottom = (int) Math.min(rain.length / columns - 1, Math.floor(y + boxY));
            for (int row = (int) Math.max(0, Math.ceil(y - boxY)); row <= bottom; row++) {
                // Where this row cuts the band |d| <= reach.
                double middle = x + (row - y) * alongX / alongY;
                double around = reach / Math.abs(alongY);
                int right = (int) Math.min(columns - 1, Math.floor(Math.min(x + boxX, middle + around)));
                for (int column = (int) Math.max(0, Math.ceil(Math.max(x - boxX, middle - around)));
                        column <= right;
                        column++) {
                    double a = ((column - x) * alongX + (row - y) * alongY) / half;
                    double d = ((column - x) * alongY - (row - y) * alongX) / sigma;
                    double taper = 1 - a * a * a * a;
                    if (taper > 0) rain[row * columns + column] += (float) (peak * taper * Math.exp(-0.5 * d * d));
                }
            }
        }
    }
}
