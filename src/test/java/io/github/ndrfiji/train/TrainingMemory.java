package io.github.ndrfiji.train;

import io.github.ndrfiji.benchmark.OwnJvm;
import io.github.ndrfiji.benchmark.ProcessMemory;
import io.github.ndrfiji.benchmark.ResidentMemory;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Prints the peak native memory of a training on the processor, weights and optimisers included, beside what
 * {@link TrainingCost} expects. Each figure comes from a JVM of its own. Needs Linux.
 */
public final class TrainingMemory {

    private static final List<String> CASES = List.of(
            "tiny 4 64 ALTERNATING",
            "compact 1 64 ALTERNATING",
            "compact 4 64 ALTERNATING",
            "compact 8 64 ALTERNATING",
            "compact 4 96 ALTERNATING",
            "compact 2 128 ALTERNATING",
            "compact 4 64 JOINT",
            "compact 4 64 RESTORE_ONLY",
            "paper 1 64 ALTERNATING",
            "paper 2 64 ALTERNATING",
            "paper 1 128 ALTERNATING",
            "paper 1 64 JOINT");

    private TrainingMemory() {}

    /** Without arguments prints the table; with preset, batch, crop and order one line of it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 4) {
            System.out.println(line(args));
            return;
        }
        System.out.printf("%-8s %5s %5s %-13s %9s %9s%n", "preset", "batch", "crop", "order", "MiB", "expected");
        for (String arguments : CASES)
            System.out.println(OwnJvm.run("512m", TrainingMemory.class, arguments.split(" ")));
    }

    private static String line(String[] args) throws IOException, InterruptedException {
        TrainingOrder order = TrainingOrder.valueOf(args[3]);
        int batch = Integer.parseInt(args[1]);
        int crop = Integer.parseInt(args[2]);
        peak(settings("tiny", order, 1, 16)); // what is made once: classes, threads, compiled kernels
        TrainSettings settings = settings(args[0], order, batch, crop);
        return String.format(
                "%-8s %5d %5d %-13s %9d %9d",
                args[0], batch, crop, order, peak(settings) >> 20, TrainingCost.nativeMemory(settings) >> 20);
    }

    private static TrainSettings settings(String preset, TrainingOrder order, int batch, int crop) {
        NetworkConfig network = NetworkConfig.preset(preset, 3);
        return TrainSettings.of(network, 10)
                .with(Map.of(
                        "order",
                        order.name(),
                        "batch",
                        Integer.toString(batch),
                        "crop",
                        Integer.toString(crop),
                        "average",
                        "0"));
    }

    /** Bytes. */
    private static long peak(TrainSettings settings) throws IOException, InterruptedException {
        Source noise =
                Source.synthetic(new Scenes("scenes", 4, 3, settings.crop()), DegradationRange.parse("noise:25"), 1, 0);
        Mixture mixture = new Mixture(List.of(new Mixture.Part(noise, 1)));
        long before = ResidentMemory.now();
        ProcessMemory.resetPeak();
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(settings.network(), Device.cpu(), new SplittableRandom(1));
                Learner learner = Learner.fresh(ndr, settings, mixture.kinds())) {
            for (int step = 0; step < 3; step++) learner.step(mixture.batch(settings, step), step);
            return ProcessMemory.peak() - before;
        }
    }
}
