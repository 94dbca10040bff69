package io.github.ndrfiji.report;

import io.github.ndrfiji.train.Curves;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The curves of a run as they are drawn, wherever they are. All go by steps. */
public final class RunCurves {

    /** More points than a chart has columns show nothing more. */
    public static final int MOST_POINTS = 1000;

    private final Curves curves;

    public RunCurves(Curves curves) {
        this.curves = curves;
    }

    /** Of both networks; the second is empty where NDR-Degrad is not learned. */
    public List<Series> losses() {
        return List.of(
                Series.of("NDR-Restore", curves.losses(), Curves.Loss::step, Curves.Loss::restore)
                        .thinned(MOST_POINTS),
                Series.of("NDR-Degrad", curves.losses(), Curves.Loss::step, Curves.Loss::degrad)
                        .thinned(MOST_POINTS));
    }

    /** Mean PSNR of the validations, in dB. */
    public Series psnr() {
        return Series.of("PSNR", curves.scores(), Curves.Score::step, Curves.Score::psnr)
                .thinned(MOST_POINTS);
    }

    /** Mean SSIM of the validations. */
    public Series ssim() {
        return Series.of("SSIM", curves.scores(), Curves.Score::step, Curves.Score::ssim)
                .thinned(MOST_POINTS);
    }

    /** PSNR of the validations in dB, one curve a kind of degradation, called as the kind. */
    List<Series> psnrByKind() {
        Set<String> kinds = new LinkedHashSet<>();
        for (Curves.Score score : curves.scores())
            kinds.addAll(Metrics.of(score.metrics()).kinds().keySet());
        return kinds.stream()
                .map(kind -> Series.of(kind, curves.scores(), Curves.Score::step, score -> psnr(score.metrics(), kind))
                        .thinned(MOST_POINTS))
                .toList();
    }

    private static double psnr(Map<String, Double> metrics, String kind) {
        return metrics.getOrDefault("PSNR " + kind, Double.NaN);
    }

    /** The last step of which anything is known; 0 if nothing is. */
    long lastStep() {
        return Stream.concat(
                        curves.losses().stream().map(Curves.Loss::step),
                        curves.scores().stream().map(Curves.Score::step))
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    /** The validation of the weights that are kept. */
    public Optional<Curves.Score> best() {
        Optional<Curves.Score> marked =
                curves.scores().stream().filter(Curves.Score::best).reduce((first, second) -> second);
        return marked.or(() -> curves.scores().stream()
                .filter(score -> Double.isFinite(score.psnr()))
                .max(Comparator.comparingDouble(Curves.Score::psnr)));
    }
}
