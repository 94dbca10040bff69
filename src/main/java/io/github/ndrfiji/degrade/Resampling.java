package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;

/** Smaller by area, larger by bicubic interpolation. Pixels are squares: the corners of the image stay its corners. */
final class Resampling {

    private Resampling() {}

    /** The mean of each block of {@code factor} x {@code factor} pixels; blocks at the far edges may be cut. */
    static Patch average(Patch patch, int factor) {
        int height = (patch.height() + factor - 1) / factor;
        int width = (patch.width() + factor - 1) / factor;
        Patch small = Patch.zeros(patch.channels(), height, width);
        for (int c = 0; c < patch.channels(); c++)
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    small.values()[(c * height + y) * width + x] = blockMean(patch, factor, c, y, x);
        return small;
    }

    private static float blockMean(Patch patch, int factor, int c, int y, int x) {
        int bottom = Math.min((y + 1) * factor, patch.height());
        int right = Math.min((x + 1) * factor, patch.width());
        double sum = 0;
        for (int v = y * factor; v < bottom; v++) for (int u = x * factor; u < right; u++) sum += patch.at(c, v, u);
        return (float) (sum / ((bottom - y * factor) * (right - x * factor)));
    }

    /**
     * Bicubic interpolation with Keys' kernel (a = -1/2), edges repeated.
     *
     * @param stepY distance of the result's rows, in rows of {@code patch}
     * @param stepX the same for columns
     */
    static Patch bicubic(Patch patch, int height, int width, double stepY, double stepX) {
        Taps rows = Taps.of(height, stepY, patch.height());
        Taps columns = Taps.of(width, stepX, patch.width());
        Patch result = Patch.zeros(patch.channels(), height, width);
        float[] line = new float[patch.width()];
        for (int c = 0; c < patch.channels(); c++)
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < line.length; x++) {
                    float sum = 0;
                    for (int k = 4 * y; k < 4 * y + 4; k++) sum += rows.weights[k] * patch.at(c, rows.indices[k], x);
                    line[x] = sum;
                }
                for (int x = 0; x < width; x++) {
                    float sum = 0;
                    for (int k = 4 * x; k < 4 * x + 4; k++) sum += columns.weights[k] * line[columns.indices[k]];
                    result.values()[(c * height + y) * width + x] = sum;
                }
            }
        return result;
    }

    /** For each of the new positions along one axis, four old positions and their weights. */
    private record Taps(int[] indices, float[] weights) {

        static Taps of(int count, double step, int size) {
            Taps taps = new Taps(new int[4 * count], new float[4 * count]);
            for (int i = 0; i < count; i++) {
                double position = (i + 0.5) * step - 0.5;
                int first = (int) Math.floor(position) - 1;
                for (int k = 0; k < 4; k++) {
                    taps.indices[4 * i + k] = Math.min(Math.max(first + k, 0), size - 1);
                    taps.weights[4 * i + k] = (float) keys(position - (first + k));
                }
            }
            return taps;
        }

        private static double keys(double distance) {
            double d = Math.abs(distance);
            return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
        }
    }
}
