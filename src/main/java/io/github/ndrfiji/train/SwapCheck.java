package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.LinearFit;
import io.github.ndrfiji.metrics.NoiseLevel;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds pairs whose clean image has more noise than the degraded one.
 *
 * <p>Fine texture looks like noise, and blur takes it away, so a clean image only counts as noisier if it is not the
 * sharper one as well: if coarser structures differ no more than the brightness of both does, and if there is more noise
 * in means over several pixels, too, where lost resolution is no longer to be seen. Haze weakens noise as it
 * weakens everything, so the noise is compared as it would be at equal contrast.
 *
 * <p>Where it is so in nearly all of several pairs, it is an error; in fewer, a warning.
 */
final class SwapCheck implements PairCheck {

    private static final double MOST = 2.0 / 3;
    private static final double SURE = 0.8;
    private static final int SURE_PAIRS = 4;
    private static final double RATIO = 2;
    private static final double LEAST = 0.01;
    private static final int HALVINGS = 2;
    private static final int SMALLEST = 50; // holds 3 x 3 blocks of the noise's measurement
    private static final double SHARPER = 1.15;

    private final String pairs;
    private final Tally tally = new Tally();
    private String levels = "";

    SwapCheck(String pairs) {
        this.pairs = pairs;
    }

    @Override
    public void look(String name, Patch degraded, Patch clean) {
        double contrast = gain(LinearFit.ofFineStructure(degraded, clean));
        double brightness = gain(LinearFit.ofBrightness(degraded, clean));
        boolean sharper = contrast > SHARPER * brightness;
        tally.count(name, !sharper && isNoisier(degraded, clean, contrast));
        if (levels.isEmpty() && tally.any())
            levels = String.format(
                    Locale.ROOT,
                    "%.3f clean, %.3f degraded",
                    NoiseLevel.of(clean).orElse(0),
                    NoiseLevel.of(degraded).orElse(0));
    }

    /** Whether the clean image has more noise at full size, and at half and a quarter of it, too, where that is large enough. */
    private static boolean isNoisier(Patch degraded, Patch clean, double contrast) {
        if (!isNoisier(degraded, clean, contrast, LEAST)) return false;
        Patch before = degraded;
        Patch after = clean;
        for (int halving = 1; halving <= HALVINGS; halving++) {
            before = halved(before);
            after = halved(after);
            if (Math.min(after.width(), after.height()) >= SMALLEST
                    && !isNoisier(before, after, contrast, LEAST / (1 << halving))) return false;
        }
        return true;
    }

    private static boolean isNoisier(Patch degraded, Patch clean, double contrast, double least) {
        OptionalDouble before = NoiseLevel.of(degraded);
        OptionalDouble after = NoiseLevel.of(clean);
        return before.isPresent()
                && after.isPresent()
                && after.getAsDouble() > least
                && after.getAsDouble() > RATIO * contrast * before.getAsDouble();
    }

    /** Means over 2 x 2 pixels. */
    private static Patch halved(Patch image) {
        Patch halved = Patch.zeros(1, Math.max(1, image.height() / 2), Math.max(1, image.width() / 2));
        for (int y = 0; y < image.height() / 2; y++)
            for (int x = 0; x < image.width() / 2; x++)
                halved.values()[y * halved.width() + x] = (image.at(0, 2 * y, 2 * x)
                                + image.at(0, 2 * y, 2 * x + 1)
                                + image.at(0, 2 * y + 1, 2 * x)
                                + image.at(0, 2 * y + 1, 2 * x + 1))
                        / 4;
        return halved;
    }

    private static double gain(Optional<LinearFit> fit) {
        return Math.max(1, fit.map(LinearFit::gain).orElse(1.0));
    }

    private boolean isSure() {
        return tally.share(SURE) && tally.atLeast(SURE_PAIRS);
    }

    @Override
    public Optional<Finding> finding() {
        if (!tally.share(MOST)) return Optional.empty();
        String message = "Clean images should have less noise than degraded ones, but in " + tally
                + " pairs looked at in " + pairs + " they have more, such as in " + tally.first() + " (" + levels
                + ", in units of the value range); the two seem to be swapped: exchange them.";
        return Optional.of(isSure() ? Finding.error(message) : Finding.warning(message));
    }
}
