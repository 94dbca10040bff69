package io.github.ndrfiji.train;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;
import java.util.Map;

/**
 * A few steps of networks that are thrown away, to know what a step takes on this machine.
 *
 * @param count how many were measured
 * @param seconds the mean time of one
 */
public record TrialSteps(int count, double seconds) {

    /** The first step is slower; where it takes longer than this it is measured all the same. */
    private static final double LONG = 5;

    /** Enough for one of them to train NDR-Degrad too, as {@link Objective#of} has it. */
    private static final int COUNT = 4;

    /** So small that nothing can diverge. */
    private static final Map<String, String> HARMLESS = Map.of("rate", "1e-9", "warm-up", "0");

    /**
     * Makes the steps. Needs an open {@link io.github.ndrfiji.tensor.Scope} on the device.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before every step
     */
    public static TrialSteps of(Mixture mixture, TrainSettings settings, Device device, Progress progress)
            throws IOException {
        try (Ndr ndr = Ndr.random(settings.network(), device, Mixture.random(0, 0));
                Learner learner = Learner.fresh(ndr, settings.with(HARMLESS), mixture.kinds())) {
            progress.checkCancelled();
            double first = seconds(learner, mixture.batch(settings, 0), 0);
            if (first > LONG) return new TrialSteps(1, first);
            double sum = 0;
            for (int i = 1; i <= COUNT; i++) {
                progress.report(i, COUNT + 1);
                progress.checkCancelled();
                sum += seconds(learner, mixture.batch(settings, i), i);
            }
            return new TrialSteps(COUNT, sum / COUNT);
        }
    }

    private static double seconds(Learner learner, Batch batch, long number) {
        long began = System.nanoTime();
        learner.step(batch, number);
        return (System.nanoTime() - began) / 1e9;
    }

    TrainingCost cost(TrainSettings settings, long steps) {
        return TrainingCost.of(settings, steps, seconds, count);
    }
}
