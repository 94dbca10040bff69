package io.github.ndrfiji.maps;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Means over pixels of one plane.
 *
 * @param plane index of the plane in the image
 * @param group which of the image's channels, or groups of channels that go through the network together
 * @param pixels how many there are; where there are none, the means are NaN
 * @param shares the mean share of each learned degradation; their sum is 1
 * @param dominance for each learned degradation, in what part of the pixels it is the dominant one; their sum is 1
 * @param entropy the mean of the pixels' entropies, in bits
 */
public record PlaneShares(
        long plane, int group, long pixels, List<Double> shares, List<Double> dominance, double entropy) {

    public PlaneShares {
        shares = List.copyOf(shares);
        dominance = List.copyOf(dominance);
    }

    /** The number, from 1 on, of the learned degradation with the largest mean share; 0 if there are no pixels. */
    public int dominant() {
        if (pixels == 0) return 0;
        return IntStream.rangeClosed(1, shares.size())
                .reduce(1, (best, n) -> shares.get(n - 1) > shares.get(best - 1) ? n : best);
    }
}
