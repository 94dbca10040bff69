package io.github.ndrfiji.train;

import java.util.List;

/**
 * Watches a run while it learns, and may end it early. Called by the thread of the training; whatever it does there, the
 * training waits for.
 */
public interface TrainingView {

    /** Watches nothing and lets the run go on to its end. */
    TrainingView NONE = new TrainingView() {
        @Override
        public void found(List<Finding> findings) {}

        @Override
        public void learned(Curves curves) {}

        @Override
        public void validated(Curves curves, List<Example> examples) {}

        @Override
        public boolean isEnough() {
            return false;
        }
    };

    /** A check before the run found these; those that would stop it are thrown instead. */
    void found(List<Finding> findings);

    /** Some more steps were learned; {@code curves} hold the whole run so far and end with their losses. */
    void learned(Curves curves);

    /**
     * The networks were measured; {@code curves} hold the whole run so far and end with this score.
     *
     * @param examples one of each kind of degradation, the one with the most structure; the same at every validation
     */
    void validated(Curves curves, List<Example> examples);

    /** Whether the user is content: the run then ends after this step as if it were the last, and keeps the best. */
    boolean isEnough();
}
