package io.github.ndrfiji.restore;

import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which of the network's three levels affinities come from. Level i sees the image with pixels {@code 2^(i-1)} as large. */
public enum AffinityLevel {
    FIRST("1", 0),
    SECOND("2", 1),
    THIRD("3", 2),
    /** The mean of the three, with equal weights. */
    MEAN("mean", 0, 1, 2);

    private final String name;
    private final List<Integer> levels;

    AffinityLevel(String name, Integer... levels) {
        this.name = name;
        this.levels = List.of(levels);
    }

    /** @throws IllegalArgumentException if it is not one of {@code 1, 2, 3, mean} */
    public static AffinityLevel parse(String text) {
        return Arrays.stream(values())
                .filter(level -> level.name.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no level '" + text + "'; use "
                        + Arrays.stream(values()).map(AffinityLevel::toString).collect(Collectors.joining(", "))
                        + "."));
    }

    /** {@code 1}, {@code 2}, {@code 3} or {@code mean}. */
    @Override
    public String toString() {
        return name;
    }

    /** The levels that are needed, numbered from 0. */
    List<Integer> levels() {
        return levels;
    }

    /** Those of mean affinities that this level has. */
    public List<Double> of(MeanAffinities affinities) {
        return IntStream.range(0, affinities.n())
                .mapToObj(n -> levels.stream()
                        .mapToDouble(level -> affinities.levels().get(level).get(n))
                        .average()
                        .orElseThrow())
                .toList();
    }

    /**
     * The affinities at the size of the finest level.
     *
     * @param perLevel those of each of the {@link #levels}, level i with sides {@code 2^-i} of the finest one's
     */
    Patch joined(List<Patch> perLevel) {
        List<Patch> enlarged = new ArrayList<>(levels.size());
        for (int i = 0; i < levels.size(); i++) enlarged.add(perLevel.get(i).enlarged(1 << levels.get(i)));
        if (enlarged.size() == 1) return enlarged.get(0);
        Patch mean = Patch.zeros(
                enlarged.get(0).channels(),
                enlarged.get(0).height(),
                enlarged.get(0).width());
        for (Patch patch : enlarged)
            for (int i = 0; i < mean.values().length; i++) mean.values()[i] += patch.values()[i] / enlarged.size();
        return mean;
    }
}
