package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.Shift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds pairs whose images do not show the same place. */
final class ShiftCheck implements PairCheck {

    private static final double MOST = 0.5;

    private final String pairs;
    private final String first;
    private final List<Measured> measured = new ArrayList<>();
    private int seen;

    private record Measured(String name, Shift shift) {}

    /**
     * A check of pairs.
     *
     * @param pairs what a message calls them
     * @param first what it calls the first image of a pair
     */
    ShiftCheck(String pairs, String first) {
        this.pairs = pairs;
        this.first = first;
    }

    @Override
    public void look(String name, Patch degraded, Patch clean) {
        seen++;
        Shift.between(degraded, clean)
                .filter(Shift::isClear)
                .ifPresent(shift -> measured.add(new Measured(name, shift)));
    }

    @Override
    public Optional<Finding> finding() {
        if (measured.isEmpty() || measured.size() < MOST * seen) return Optional.empty();
        List<Measured> sorted = measured.stream()
                .sorted(Comparator.comparingDouble(m -> m.shift.length()))
                .toList();
        Measured median = sorted.get((sorted.size() - 1) / 2);
        if (median.shift.length() < 1) return Optional.empty();
        return Optional.of(Finding.warning(String.format(
                Locale.ROOT,
                "The two images of a pair should show the same place, but in %s they are shifted by %.1f pixels (median"
                        + " of %d pairs; in '%s' the %s image lies %s); the network would learn to blur: register"
                        + " them first, in Fiji by Plugins > Registration > Linear Stack Alignment with SIFT.",
                pairs,
                median.shift.length(),
                sorted.size(),
                median.name,
                first,
                direction(median.shift))));
    }

    private static String direction(Shift shift) {
        String across = Math.abs(shift.x()) + (shift.x() > 0 ? " to the right" : " to the left");
        String down = Math.abs(shift.y()) + (shift.y() > 0 ? " down" : " up");
        if (shift.x() == 0) return down;
        return shift.y() == 0 ? across : across + " and " + down;
    }
}
