package io.github.ndrfiji.fingerprint;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each of the N learned degradations acts in an image or a part of one: the mean of S (Eq. 2) over its pixels.
 *
 * @param levels of the network, the first at full resolution; each has N numbers that sum to 1
 */
public record MeanAffinities(List<List<Double>> levels) {

    /** So small an affinity counts as none. */
    private static final double NONE = 1e-4;

    public MeanAffinities {
        levels = levels.stream().map(List::copyOf).toList();
        for (List<Double> level : levels)
            if (level.isEmpty() || level.size() != levels.get(0).size())
                throw new IllegalArgumentException(
                        "The levels of a network have the same learned degradations, but these have different numbers: "
                                + levels.stream().map(List::size).toList() + ".");
    }

    /**
     * The mean of several.
     *
     * @param several at least one, all of one network
     */
    public static MeanAffinities mean(List<MeanAffinities> several) {
        return new MeanAffinities(IntStream.range(0, several.get(0).levels.size())
                .mapToObj(level -> IntStream.range(0, several.get(0).n())
                        .mapToObj(i -> several.stream()
                                .mapToDouble(one -> one.levels.get(level).get(i))
                                .average()
                                .orElseThrow())
                        .toList())
                .toList());
    }

    /** Number of learned degradations. */
    public int n() {
        return levels.get(0).size();
    }

    /** Logarithms, level by level: small shares differ by factors between kinds of degradation, as large ones do. */
    double[] features() {
        return levels.stream()
                .flatMap(List::stream)
                .mapToDouble(share -> Math.log(share + NONE))
                .toArray();
    }
}
