package io.github.ndrfiji.fingerprint;

import java.util.List;

/**
 * What an image suffers from, by its affinities.
 *
 * @param kinds all that the model was trained on, the likeliest first
 * @param familiar whether the affinities are as near to those of one kind as those of held-out images of the training
 *     are; if not, the image is unlike anything that the model was trained on, and the confidences say little
 * @param distance squared distance to the nearest fingerprint, in units of their scatter
 */
public record Identification(List<Likelihood> kinds, boolean familiar, double distance) {

    /**
     * How likely one kind is.
     *
     * @param degradation the kind, such as {@code noise}
     * @param confidence from 0 to 1; the sum over all kinds is 1
     * @param strength which of its strengths is the likeliest, such as {@code noise:10-25}
     */
    public record Likelihood(String degradation, double confidence, String strength) {}

    public Identification {
        kinds = List.copyOf(kinds);
    }

    /** The likeliest kind. */
    public Likelihood likeliest() {
        return kinds.get(0);
    }
}
