package io.github.ndrfiji.train;

import io.github.ndrfiji.degrade.Degradation;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** All that is looked for in the pairs of one source: gray, and at the degraded image's size. */
final class PairChecks {

    private final int scale;
    private final Degradation shrinking;
    private final SizeCheck sizes;
    private final List<PairCheck> checks;

    /**
     * Checks for one source.
     *
     * @param pairs what a message calls them
     * @param scale how many times larger the clean images are than the degraded ones
     */
    PairChecks(String pairs, int scale) {
        this.scale = scale;
        this.shrinking = DegradationRange.parse("downsample:" + scale).draw(new SplittableRandom(0));
        this.sizes = new SizeCheck(pairs, scale);
        this.checks = List.of(
                new IdentityCheck(pairs), new SwapCheck(pairs), new ShiftCheck(pairs), new BrightnessCheck(pairs));
    }

    void look(String name, Patch degraded, Patch clean) {
        sizes.look(name, degraded, clean);
        if (!SizeCheck.fit(degraded, clean, scale)) return;
        if (!FiniteCheck.isFinite(degraded) || !FiniteCheck.isFinite(clean)) return;
        Patch before = degraded.gray();
        Patch after = shrinking.apply(clean.gray(), new SplittableRandom(0));
        checks.forEach(check -> check.look(name, before, after));
    }

    List<Finding> findings() {
        return Stream.concat(
                        sizes.finding().stream(),
                        checks.stream().map(PairCheck::finding).flatMap(Optional::stream))
                .toList();
    }
}
