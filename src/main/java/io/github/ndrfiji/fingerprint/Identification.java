package io.github.ndrfiji.fingerprint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an image suffers from, by its affinities.
 *
 * @param kinds all that the model was trained on, the likeliest first
 * @param familiar whether the affinities are as near to those of one kind as those of held-out images of the training
 *     are; if not, the image is unlike anything that the model was trained on, and the confidences say little
 * @param distance squared distance to the nearest fingerprint, in units of their scatter
 */
public record Identification(List<Likelihood> kinds, boolean familiar, double distance) {

    /** Kinds with less confidence are not told in words. */
    private static final double WORTH_TELLING = 0.05;

    /**
     * How likely one kind is.
     *
     * @param degradation the kind, such as {@code noise}
     * @param confidence from 0 to 1; the sum over all kinds is 1
     * @param strength which of its strengths is the likeliest, such as {@code noise:10-25}
     */
    public record Likelihood(String degradation, double confidence, String strength) {

        private String inWords() {
            String like = strength.equals(degradation) ? "" : " (like " + strength + ")";
            return String.format(Locale.ROOT, "%s %.2f%s", degradation, confidence, like);
        }
    }

    public Identification {
        kinds = List.copyOf(kinds);
    }

    /**
     * In words: {@code noise 0.95 (like noise:25), haze 0.05}, the kinds with the least confidence left out; or that the image
     * is unlike all that the model was trained on.
     *
     * @param model what the model is called
     */
    public String inWords(String model) {
        if (!familiar)
            return "unlike all that '" + model + "' was trained on; the nearest is "
                    + likeliest().strength();
        return kinds.stream()
                .filter(kind -> kind.confidence() >= WORTH_TELLING)
                .map(Likelihood::inWords)
                .collect(Collectors.joining(", "));
    }

    /** The likeliest kind. */
    public Likelihood likeliest() {
        return kinds.get(0);
    }
}
