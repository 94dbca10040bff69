package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.LinearFit;
import io.github.ndrfiji.metrics.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds pairs whose images have nothing to do with each other: neither does the brightness of one, block by block, tell that of
 * the other, nor does any shift make their structures fall on each other. Haze undoes the first and strong noise the
 * second, but hardly anything both.
 */
final class SceneCheck implements PairCheck {

    private static final double EXPLAINED = 0.4;
    private static final int NAMED = 5;

    private final String pairs;
    private final List<String> different = new ArrayList<>();
    private int seen;

    SceneCheck(String pairs) {
        this.pairs = pairs;
    }

    @Override
    public void look(String name, Patch degraded, Patch clean) {
        seen++;
        Optional<LinearFit> brightness = LinearFit.ofBrightness(degraded, clean);
        if (brightness.isEmpty() || brightness.get().explained() >= EXPLAINED) return;
        Shift.between(degraded, clean).filter(shift -> !shift.isClear()).ifPresent(shift -> different.add(name));
    }

    @Override
    public Optional<Finding> finding() {
        if (different.isEmpty()) return Optional.empty();
        String names =
                different.stream().limit(NAMED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return Optional.of(Finding.warning("The two images of a pair should show the same, but " + different.size()
                + " of " + seen + " pairs looked at in " + pairs + " do not seem to: " + names
                + (different.size() > NAMED ? " and others" : "")
                + "; the network would learn nonsense from these: look whether files of one name belong together."));
    }
}
