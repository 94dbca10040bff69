package io.github.ndrfiji.train;

import java.util.OptionalDouble;

/**
 * The losses of one step (Eq. 8).
 *
 * @param restore |y - y'|, the mean absolute error of the restored images
 * @param degrad |x - x'|, the mean absolute error of the degraded images; none if NDR-Degrad took no step
 */
record Losses(double restore, OptionalDouble degrad) {

    /** A running mean of which this is the latest value; NDR-Degrad's stays where it took no step. */
    Losses smoothed(Losses next) {
        return new Losses(
                smoothed(restore, next.restore),
                degrad.isEmpty() || next.degrad.isEmpty()
                        ? next.degrad.isPresent() ? next.degrad : degrad
                        : OptionalDouble.of(smoothed(degrad.getAsDouble(), next.degrad.getAsDouble())));
    }

    private static double smoothed(double mean, double next) {
        return mean + 0.02 * (next - mean);
    }
}
