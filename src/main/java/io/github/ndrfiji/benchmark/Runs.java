package io.github.ndrfiji.benchmark;

import io.github.ndrfiji.PartProgress;
import io.github.ndrfiji.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The same work several times.
 *
 * @param times of all but the first, which warms up
 * @param memory as in {@link Measurement}, the first included
 */
record Runs(Times times, OptionalLong memory) {

    /** Does the work once. */
    @FunctionalInterface
    interface Run {
        /** @return seconds that it took */
        double time(Progress progress) throws IOException;
    }

    /**
     * Does the work once more than is measured.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    static Runs of(int measured, Run run, Progress progress) throws IOException {
        List<Double> seconds = new ArrayList<>();
        OptionalLong memory = ProcessMemory.peakOf(() -> {
            for (int i = 0; i <= measured; i++) {
                progress.checkCancelled();
                seconds.add(run.time(new PartProgress(progress, i, measured + 1)));
            }
        });
        return new Runs(Times.of(seconds.subList(1, seconds.size())), memory);
    }
}
