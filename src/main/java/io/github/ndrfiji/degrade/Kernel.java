package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;

/**
 * A kernel that sums to 1 and is symmetric about its middle, so that neither brightness nor place of anything changes.
 *
 * @param weights row by row, 2 {@code halfHeight} + 1 rows of 2 {@code halfWidth} + 1
 */
record Kernel(float[] weights, int halfHeight, int halfWidth) {

    /** A disk whose rim falls from 1 to 0 over one pixel. A radius below 0.5 is a point. */
    static Kernel disk(double radius) {
        int half = (int) Math.ceil(radius);
        int side = 2 * half + 1;
        double[] weights = new double[side * side];
        for (int i = 0; i < weights.length; i++) {
            double distance = Math.hypot(i / side - half, i % side - half);
            weights[i] = i == weights.length / 2 ? 1 : Math.min(Math.max(radius + 0.5 - distance, 0), 1);
        }
        return of(weights, half, half);
    }

    /** A Gaussian along a row, cut off at four standard deviations; {@link #transposed} it goes along a column. */
    static Kernel gaussian(double sigma) {
        int half = (int) Math.ceil(4 * sigma);
        double[] weights = new double[2 * half + 1];
        for (int i = 0; i < weights.length; i++) {
            double distance = (i - half) / sigma;
            weights[i] = i == half ? 1 : Math.exp(-0.5 * distance * distance);
        }
        return of(weights, 0, half);
    }

    /**
     * A line: points close to each other, each of them shared bilinearly among the four pixels around it.
     *
     * @param angle in degrees, counter-clockwise: 0 along the rows, 90 along the columns
     */
    static Kernel line(double length, double angle) {
        int half = (int) Math.ceil(length / 2) + 1;
        int side = 2 * half + 1;
        double[] weights = new double[side * side];
        int points = 8 * (int) Math.ceil(length) + 1;
        for (int i = 0; i < points; i++) {
            double along = length * ((i + 0.5) / points - 0.5);
            double x = half + along * Math.cos(Math.toRadians(angle));
            double y = half - along * Math.sin(Math.toRadians(angle));
            int left = (int) x;
            int top = (int) y;
            for (int v = top; v <= top + 1; v++)
                for (int u = left; u <= left + 1; u++)
                    if (v < side && u < side) weights[v * side + u] += (1 - Math.abs(x - u)) * (1 - Math.abs(y - v));
        }
        return of(weights, half, half);
    }

    private static Kernel of(double[] weights, int halfHeight, int halfWidth) {
        double sum = 0;
        for (double weight : weights) sum += weight;
        float[] normed = new float[weights.length];
        for (int i = 0; i < normed.length; i++) normed[i] = (float) (weights[i] / sum);
        return new Kernel(normed, halfHeight, halfWidth);
    }

    /** The kernel of a single row as one of a single column. */
    Kernel transposed() {
        return new Kernel(weights, halfWidth, halfHeight);
    }

    /** The patch convolved with this, mirrored at its borders: what lies beyond the last pixel repeats it first. */
    Patch over(Patch patch) {
        Patch result = Patch.zeros(patch.channels(), patch.height(), patch.width());
        for (int c = 0; c < patch.channels(); c++) {
            float[] extended = extended(patch, c);
            for (int y = 0; y < patch.height(); y++) writeRow(extended, y, result, c);
        }
        return result;
    }

    /** Sums in double precision: a wide kernel has thousands of small weights. */
    private void writeRow(float[] extended, int y, Patch result, int c) {
        int columns = 2 * halfWidth + 1;
        int stride = result.width() + 2 * halfWidth;
        double[] row = new double[result.width()];
        for (int k = 0; k < weights.length; k++) {
            double weight = weights[k];
            if (weight == 0) continue;
            int from = (y + k / columns) * stride + k % columns;
            for (int x = 0; x < row.length; x++) row[x] += weight * extended[from + x];
        }
        int to = (c * result.height() + y) * result.width();
        for (int x = 0; x < row.length; x++) result.values()[to + x] = (float) row[x];
    }

    /** One channel with {@code halfHeight} more rows and {@code halfWidth} more columns at each side. */
    private float[] extended(Patch patch, int c) {
        int rows = patch.height() + 2 * halfHeight;
        int columns = patch.width() + 2 * halfWidth;
        float[] extended = new float[Math.multiplyExact(rows, columns)];
        for (int y = 0; y < rows; y++)
            for (int x = 0; x < columns; x++)
                extended[y * columns + x] =
                        patch.at(c, mirrored(y - halfHeight, patch.height()), mirrored(x - halfWidth, patch.width()));
        return extended;
    }

    private static int mirrored(int position, int size) {
        int m = Math.floorMod(position, 2 * size);
        return Math.min(m, 2 * size - 1 - m);
    }
}
