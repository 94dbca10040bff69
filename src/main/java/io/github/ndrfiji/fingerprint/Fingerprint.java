package io.github.ndrfiji.fingerprint;

import java.util.List;

/**
 * What the mean affinities of images are that suffer from one kind of degradation, measured on held-out patches.
 *
 * @param degradation the kind, such as {@code noise}
 * @param strength what the patches were degraded by, such as {@code noise:10-25}
 * @param patches how many were measured; at least 1
 * @param mean of their mean affinities
 * @param deviation standard deviation of each of the affinities between the patches, in the same order
 * @param centre mean of the logarithms of the affinities, level by level
 */
public record Fingerprint(
        String degradation,
        String strength,
        int patches,
        MeanAffinities mean,
        List<List<Double>> deviation,
        List<Double> centre) {

    public Fingerprint {
        deviation = deviation.stream().map(List::copyOf).toList();
        centre = List.copyOf(centre);
        if (patches < 1)
            throw new IllegalArgumentException(
                    "Fingerprint of " + degradation + ": " + patches + " patches, but there must be at least one.");
        int n = mean.n();
        int levels = mean.levels().size();
        if (deviation.size() != levels
                || deviation.stream().anyMatch(level -> level.size() != n)
                || centre.size() != levels * n)
            throw new IllegalArgumentException(
                    "Fingerprint of " + degradation + ": its mean, deviation and centre are not of"
                            + " equal length; each must have " + levels + " times " + n + " numbers.");
    }
}
