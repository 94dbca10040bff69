package io.github.ndrfiji.train;

/**
 * The losses of one step (Eq. 8).
 *
 * @param restore |y - y'|, the mean absolute error of the restored images
 * @param degrad |x - x'|, the mean absolute error of the degraded images; NaN if NDR-Degrad took no step
 */
public record Losses(double restore, double degrad) {

    /** Whether the step could be made. */
    public boolean finite() {
        return Double.isFinite(restore) && !Double.isInfinite(degrad);
    }

    /** A running mean of which this is the latest value; NDR-Degrad's stays where it took no step. */
    Losses smoothed(Losses next) {
        return new Losses(
                smoothed(restore, next.restore), Double.isNaN(next.degrad) ? degrad : smoothed(degrad, next.degrad));
    }

    private static double smoothed(double mean, double next) {
        return mean == 0 ? next : mean + 0.02 * (next - mean);
    }
}
