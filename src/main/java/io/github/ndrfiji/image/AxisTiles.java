package io.github.ndrfiji.image;

import java.util.Arrays;

/**
 * The tiles along one axis of an image: where they begin, and how much each counts at each pixel. Tiles of a plane are
 * pairs of these, and their weights are products, because all of it is separable.
 *
 * <p>An axis that fits into one tile gets one, as long as the next multiple. A longer one gets the fewest tiles of the
 * context's length that overlap enough, evenly spread, the first and the last flush with the ends.
 *
 * <p>The weight of a tile falls off linearly towards a neighbour, over the overlap that was asked for, and is then
 * divided by the sum of all tiles' at that pixel.
 */
final class AxisTiles {

    private final int length;
    private final int size;
    private final int overlap;
    private final int[] starts;
    private final float[][] weights;

    private AxisTiles(int length, int size, int overlap, int[] starts) {
        this.length = length;
        this.size = size;
        this.overlap = overlap;
        this.starts = starts;
        this.weights = weights();
    }

    static AxisTiles of(int length, Tiling tiling) {
        int context = tiling.context();
        if (length <= context) {
            int multiple = tiling.multiple();
            return new AxisTiles(length, (length + multiple - 1) / multiple * multiple, tiling.overlap(), new int[1]);
        }
        int step = context - tiling.overlap();
        int gaps = (length - context + step - 1) / step;
        int[] starts = new int[gaps + 1];
        for (int i = 0; i <= gaps; i++) starts[i] = (int) ((long) i * (length - context) / gaps);
        return new AxisTiles(length, context, tiling.overlap(), starts);
    }

    /** The same tiles where each pixel has become {@code factor} pixels. */
    AxisTiles times(int factor) {
        return new AxisTiles(
                Math.multiplyExact(length, factor),
                size * factor,
                overlap * factor,
                Arrays.stream(starts).map(s -> s * factor).toArray());
    }

    /** Pixels of the axis. */
    int length() {
        return length;
    }

    /** Pixels of every tile; more than {@link #length} where a single tile is extended. */
    int size() {
        return size;
    }

    int count() {
        return starts.length;
    }

    int start(int tile) {
        return starts[tile];
    }

    /** Whether a tile has a pixel in a range of the axis. */
    boolean touch(int tile, int from, int extent) {
        return starts[tile] < from + extent && from < starts[tile] + size;
    }

    /** The weight of each pixel of a tile that lies on the axis. Not to be changed. */
    float[] weights(int tile) {
        return weights[tile];
    }

    /** For each pixel, whether a tile begins or ends between it and the one before. */
    boolean[] borders() {
        boolean[] borders = new boolean[length];
        for (int start : starts) {
            if (start > 0) borders[start] = true;
            if (start + size < length) borders[start + size] = true;
        }
        return borders;
    }

    private float[][] weights() {
        double[] sum = new double[length];
        for (int tile = 0; tile < count(); tile++)
            for (int k = 0; k < Math.min(size, length); k++) sum[starts[tile] + k] += ramp(tile, k);
        float[][] weights = new float[count()][Math.min(size, length)];
        for (int tile = 0; tile < count(); tile++)
            for (int k = 0; k < weights[tile].length; k++)
                weights[tile][k] = (float) (ramp(tile, k) / sum[starts[tile] + k]);
        return weights;
    }

    /** Rises from the tile's beginning and falls to its end, except where the axis itself begins or ends. */
    private double ramp(int tile, int k) {
        double rise = tile == 0 ? 1 : (k + 0.5) / overlap;
        double fall = tile == count() - 1 ? 1 : (size - k - 0.5) / overlap;
        return Math.min(1, Math.min(rise, fall));
    }
}
