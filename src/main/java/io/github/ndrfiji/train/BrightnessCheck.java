package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.LinearFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds pairs of which one image is the other, brighter or darker. Only where one line explains nearly all of the
 * difference, and in all pairs nearly the same one: haze and light from out of focus also alter the brightness, but
 * differently from place to place and from image to image, and are there to be learned.
 */
final class BrightnessCheck implements PairCheck {

    private static final double EXPLAINED = 0.95;
    private static final double MOST = 2.0 / 3;
    private static final double GAIN = 1.3;
    private static final double DIFFERENCE = 0.15;
    private static final double SPREAD = 1.5;

    private final String pairs;
    private final Tally tally = new Tally();
    private final List<Double> gains = new ArrayList<>();
    private String example = "";

    BrightnessCheck(String pairs) {
        this.pairs = pairs;
    }

    @Override
    public void look(String name, Patch degraded, Patch clean) {
        Optional<LinearFit> fit = LinearFit.ofBrightness(degraded, clean).filter(f -> f.gain() > 0);
        tally.count(name, fit.isPresent() && isFar(fit.get(), degraded, clean));
        fit.ifPresent(line -> gains.add(line.gain()));
        if (example.isEmpty() && tally.any())
            example = fit.map(line -> String.format(
                            Locale.ROOT, "clean is %.2f times degraded %+.2f", line.gain(), line.offset()))
                    .orElseThrow();
    }

    private static boolean isFar(LinearFit fit, Patch degraded, Patch clean) {
        double difference = Math.abs(mean(clean) - mean(degraded));
        return fit.explained() >= EXPLAINED && (fit.gain() > GAIN || fit.gain() < 1 / GAIN || difference > DIFFERENCE);
    }

    private static double mean(Patch image) {
        double sum = 0;
        for (float value : image.values()) sum += value;
        return sum / image.values().length;
    }

    @Override
    public Optional<Finding> finding() {
        if (!tally.share(MOST)) return Optional.empty();
        List<Double> sorted = gains.stream().sorted().toList();
        double spread = sorted.get(sorted.size() * 3 / 4) / sorted.get(sorted.size() / 4);
        if (spread > SPREAD) return Optional.empty();
        return Optional.of(Finding.warning("The two images of a pair should be equally bright, but in " + tally
                + " pairs looked at in " + pairs + " they are not, such as in " + tally.first() + " (" + example
                + "); the network would learn to alter the brightness: let it be fitted, by --fit in the"
                + " shell or 'Match brightness' in Train...."));
    }
}
