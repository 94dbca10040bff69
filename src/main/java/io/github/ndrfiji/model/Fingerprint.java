package io.github.ndrfiji.model;

import java.util.List;

/**
 * The affinities by which a model knows a kind of degradation: how much each of its N learned degradations is present in
 * patches that suffer from it (the mean of S, Eq. 2, over the pixels of a patch), measured on held-out images.
 *
 * @param degradation the kind, such as {@code noise}
 * @param patches how many were measured; at least 1
 * @param levels of the network, the first at full resolution
 */
public record Fingerprint(String degradation, int patches, List<Level> levels) {

    /**
     * One level.
     *
     * @param mean over the patches, of each learned degradation; sums to 1
     * @param deviation standard deviation between the patches
     */
    public record Level(List<Double> mean, List<Double> deviation) {
        public Level {
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
        }
    }

    public Fingerprint {
        levels = List.copyOf(levels);
        if (patches < 1)
            throw new IllegalArgumentException(
                    "Fingerprint of " + degradation + ": " + patches + " patches, but there must be at least one.");
    }

    /** Whether it is one of a network with that many learned degradations and levels. */
    boolean fits(int n, int count) {
        return levels.size() == count
                && levels.stream().allMatch(level -> level.mean.size() == n && level.deviation.size() == n);
    }
}
