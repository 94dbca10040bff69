package io.github.ndrfiji.train;

import io.github.ndrfiji.benchmark.OwnJvm;
import io.github.ndrfiji.benchmark.ResidentMemory;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Prints the memory that a long training on the processor holds, again and again: it is to stay flat. Batches of four
 * patches of 64 x 64 come through {@link Prefetch}, of images that are degraded in Java. Needs Linux.
 */
public final class TrainingRun {

    private static final int LINES = 10;

    private TrainingRun() {}

    /** With a preset and the number of steps. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2) System.out.println(OwnJvm.run("512m", TrainingRun.class, args[0], args[1], "here"));
        else run(TrainSettings.of(NetworkConfig.preset(args[0], 3), Long.parseLong(args[1])));
    }

    private static void run(TrainSettings settings) throws IOException, InterruptedException {
        long steps = settings.schedule().steps();
        System.out.printf("%6s %9s %9s %8s%n", "step", "MiB", "ms/step", "waiting");
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(settings.network(), Device.cpu(), new SplittableRandom(1));
                Learner learner = Learner.fresh(ndr, settings, mixture().kinds());
                Prefetch batches = new Prefetch(mixture(), settings, 0)) {
            long began = System.nanoTime();
            for (long step = 0; step < steps; step++) {
                learner.step(batches.take(), step);
                if ((step + 1) % Math.max(1, steps / LINES) == 0)
                    System.out.printf(
                            Locale.ROOT,
                            "%6d %9d %9.1f %7.2f%%%n",
                            step + 1,
                            ResidentMemory.now() >> 20,
                            (System.nanoTime() - began) / 1e6 / (step + 1),
                            100 * batches.shareWaited());
            }
        }
    }

    private static Mixture mixture() {
        Scenes scenes = new Scenes("scenes", 20, 3, 256);
        return new Mixture(List.of("noise:5-50", "rain:0.5", "haze:1", "jpeg:30").stream()
                .map(kind -> new Mixture.Part(Source.synthetic(scenes, DegradationRange.parse(kind), 1, 0), 1))
                .toList());
    }
}
