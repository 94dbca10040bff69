package io.github.ndrfiji.train;

/**
 * The learning rate over a run: a linear warm-up, then a half cosine from the highest rate to a hundredth of it.
 *
 * @param rate the highest rate
 * @param warmUp steps before it is reached
 * @param steps steps of the whole run
 */
public record Schedule(double rate, long warmUp, long steps) {

    private static final double LAST = 0.01;

    public Schedule {
        if (!(rate > 0 && rate <= 1))
            throw new IllegalArgumentException("The learning rate is " + rate + "; it must be above 0, at most 1.");
        if (steps < 1 || warmUp < 0 || warmUp > steps)
            throw new IllegalArgumentException("A warm-up of " + warmUp + " steps does not fit into " + steps
                    + " steps; there must be at least one step, and the warm-up cannot be longer than all.");
    }

    /** The rate of one step, counted from 0. */
    public double rate(long step) {
        if (step < warmUp) return rate * (step + 1) / warmUp;
        double share = Math.min(1, (step - warmUp) / (double) Math.max(1, steps - warmUp));
        return rate * (LAST + (1 - LAST) * (1 + Math.cos(Math.PI * share)) / 2);
    }
}
