package io.github.ndrfiji.train;

import io.github.ndrfiji.degrade.Degradation;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import java.util.ArrayList;
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
     * @param scale how many times larger the second images are than the first ones
     */
    private PairChecks(int scale, SizeCheck sizes, List<PairCheck> checks) {
        this.scale = scale;
        this.shrinking = DegradationRange.parse("downsample:" + scale).draw(new SplittableRandom(0));
        this.sizes = sizes;
        this.checks = checks;
    }

    /** Degraded and clean images: which is which matters, and where nothing is fitted the brightness. */
    static PairChecks of(Source.Paired source) {
        String pairs = named(source.degraded(), source.clean());
        List<PairCheck> checks = new ArrayList<>(List.of(
                new IdentityCheck(pairs),
                new SceneCheck(pairs),
                new SwapCheck(pairs),
                new ShiftCheck(pairs, "degraded")));
        if (source.brightness() == Brightness.AS_IS) checks.add(new BrightnessCheck(pairs));
        return new PairChecks(source.scale(), new SizeCheck(pairs, source.scale(), "degraded", "clean"), checks);
    }

    /** Two noisy images: either may have more noise. */
    static PairChecks of(Source.Noisy source) {
        String pairs = named(source.first(), source.second());
        List<PairCheck> checks =
                List.of(new IdentityCheck(pairs), new SceneCheck(pairs), new ShiftCheck(pairs, "first"));
        return new PairChecks(1, new SizeCheck(pairs, 1, "first", "second"), checks);
    }

    private static String named(ImageSet first, ImageSet second) {
        return "'" + first.name() + "' and '" + second.name() + "'";
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
