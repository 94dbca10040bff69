package io.github.ndrfiji.maps;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileBlender.RowSink;
import io.github.ndrfiji.restore.AffinitySink;

/**
 * The affinities of the first plane and the first group of its channels, small enough to be shown: each pixel is the mean
 * of a square of the image's. Holds nothing of the others.
 */
public final class SmallShares implements AffinitySink {

    private final int factor;
    private final Patch sums;
    private final int[] counts;

    /**
     * For an image.
     *
     * @param learned number of learned degradations
     * @param largest most pixels of a side of the result
     */
    public SmallShares(int learned, int width, int height, int largest) {
        factor = (Math.max(width, height) + largest - 1) / largest;
        sums = Patch.zeros(learned, (height + factor - 1) / factor, (width + factor - 1) / factor);
        counts = new int[sums.height() * sums.width()];
    }

    /** How many pixels of the image the side of a square has. */
    public int factor() {
        return factor;
    }

    @Override
    public RowSink begin(long plane, int group) {
        return plane == 0 && group == 0 ? this::add : (y, values) -> {};
    }

    private void add(int y, float[][] values) {
        for (int x = 0; x < values[0].length; x++) {
            int at = y / factor * sums.width() + x / factor;
            counts[at]++;
            for (int n = 0; n < values.length; n++) sums.values()[n * counts.length + at] += values[n][x];
        }
    }

    /** One channel for each learned degradation; summing to 1 over them. */
    public Patch shares() {
        Patch means = Patch.zeros(sums.channels(), sums.height(), sums.width());
        for (int i = 0; i < means.values().length; i++)
            means.values()[i] = sums.values()[i] / counts[i % counts.length];
        return means;
    }

    /** The number, from 1 on, of the learned degradation with the largest share at each pixel, row by row. */
    public int[] dominant() {
        float[][] shares = new float[sums.channels()][];
        for (int n = 0; n < shares.length; n++) shares[n] = sums.channel(n).values();
        int[] dominant = new int[counts.length];
        for (int i = 0; i < dominant.length; i++) dominant[i] = Shares.dominant(shares, i) + 1;
        return dominant;
    }
}
