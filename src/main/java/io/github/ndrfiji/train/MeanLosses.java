package io.github.ndrfiji.train;

/**
 * Sums of the losses over some steps.
 *
 * @param restore sum of NDR-Restore's
 * @param steps how many
 * @param degrad sum of NDR-Degrad's
 * @param degradSteps in how many it took part
 */
record MeanLosses(double restore, long steps, double degrad, long degradSteps) {

    static final MeanLosses NONE = new MeanLosses(0, 0, 0, 0);

    MeanLosses plus(Losses losses) {
        boolean both = losses.degrad().isPresent();
        return new MeanLosses(
                restore + losses.restore(),
                steps + 1,
                degrad + losses.degrad().orElse(0),
                degradSteps + (both ? 1 : 0));
    }

    /** The means as a point of the curves. */
    Curves.Loss at(long step, double rate) {
        return new Curves.Loss(step, restore / steps, degradSteps == 0 ? Double.NaN : degrad / degradSteps, rate);
    }
}
