package io.github.ndrfiji.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a run went, from its first step on, also across a stop and its resumption.
 *
 * @param losses in the order of their steps
 * @param scores in the order of their steps
 */
public record Curves(List<Loss> losses, List<Score> scores) {

    /** A run that has not begun. */
    public static final Curves NONE = new Curves(List.of(), List.of());

    public Curves {
        losses = List.copyOf(losses);
        scores = List.copyOf(scores);
    }

    /**
     * The mean losses over some steps (Eq. 8).
     *
     * @param step the last of these steps, counted from 1
     * @param restore loss of the restored images against the clean ones
     * @param degrad loss of NDR-Degrad's images against the degraded ones; NaN if it took no step
     * @param rate the learning rate at that step
     */
    public record Loss(long step, double restore, double degrad, double rate) {

        /** {@link #degrad}, if NDR-Degrad took a step. */
        public OptionalDouble degradIfAny() {
            return Double.isNaN(degrad) ? OptionalDouble.empty() : OptionalDouble.of(degrad);
        }
    }

    /**
     * What a validation measured.
     *
     * @param step steps done before it
     * @param psnr mean PSNR in dB over all kinds of degradation: what the best weights are chosen by
     * @param ssim mean SSIM over all kinds of degradation
     * @param metrics everything that was measured, by name, such as {@code "PSNR noise"}
     * @param best whether it is the best so far
     */
    public record Score(long step, double psnr, double ssim, Map<String, Double> metrics, boolean best) {

        private static final String PSNR = "PSNR ";
        private static final String BEFORE = " before";

        /** Mean PSNR in dB of the degraded images over all kinds; none where they are smaller than the clean ones. */
        public OptionalDouble psnrBefore() {
            return metrics.entrySet().stream()
                    .filter(metric -> isBefore(metric.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .average();
        }

        /** A kind may be named so, too. */
        private boolean isBefore(String name) {
            return name.startsWith(PSNR)
                    && name.endsWith(BEFORE)
                    && metrics.containsKey(name.substring(0, name.length() - BEFORE.length()));
        }

        /** As in {@code PSNR 33.91 dB (degraded 19.99)}. */
        public String inWords() {
            String restored = String.format(Locale.ROOT, "PSNR %.2f dB", psnr);
            OptionalDouble before = psnrBefore();
            return before.isEmpty()
                    ? restored
                    : restored + String.format(Locale.ROOT, " (degraded %.2f)", before.getAsDouble());
        }
    }

    /** The best score so far, by whose weights the model is made. */
    public Optional<Score> best() {
        return scores.stream().filter(Score::best).reduce((first, second) -> second);
    }

    /** How many validations were made since the best one. */
    int sinceBest() {
        int since = 0;
        for (Score score : scores) since = score.best ? 0 : since + 1;
        return since;
    }

    Curves plus(Loss loss) {
        return new Curves(joined(losses, loss), scores);
    }

    Curves plus(Score score) {
        return new Curves(losses, joined(scores, score));
    }

    private static <T> List<T> joined(List<T> list, T last) {
        List<T> joined = new ArrayList<>(list);
        joined.add(last);
        return joined;
    }
}
