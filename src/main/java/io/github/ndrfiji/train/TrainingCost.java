package io.github.ndrfiji.train;

import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Torch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run will take on this machine.
 *
 * @param steps that are still to be made
 * @param secondsPerStep as measured
 * @param measuredSteps how many steps that was measured over
 * @param nativeMemory bytes, beside Java's heap; an estimate
 */
public record TrainingCost(long steps, double secondsPerStep, int measuredSteps, long nativeMemory) {

    /** Weights, gradients of both halves of a batch, moments and what the optimiser needs in between. */
    private static final int COPIES_OF_WEIGHTS = 10;
    /** More where all networks have their gradients at once. */
    private static final int MORE_COPIES_JOINT = 4;
    /** Floats that NDR-Restore keeps for the gradient: per pixel of a channel that goes through a block. */
    private static final int RESTORE = 33;
    /** The same for NDR-Degrad, which has one block at each place: per pixel and channel of the first level. */
    private static final int DEGRAD = 54;

    /**
     * The cost of the steps that are left.
     *
     * @param secondsPerStep mean over {@code measuredSteps} steps, best without the first, which is slower
     */
    public static TrainingCost of(TrainSettings settings, long steps, double secondsPerStep, int measuredSteps) {
        return new TrainingCost(steps, secondsPerStep, measuredSteps, nativeMemory(settings));
    }

    /**
     * Bytes of native memory at the peak of a step on the processor: a fixed number of copies of the weights, one more
     * for their average, and of
     * floats for each pixel of a batch. The two numbers were fitted to the measurements in docs/measurements.md, from
     * which it differs by 9 % at most.
     */
    static long nativeMemory(TrainSettings settings) {
        NetworkConfig network = settings.network();
        double pixels = (double) settings.batch() * settings.crop() * settings.crop();
        int copies = COPIES_OF_WEIGHTS
                + (settings.average() > 0 ? 1 : 0)
                + (settings.objective().order() == TrainingOrder.JOINT ? MORE_COPIES_JOINT : 0);
        double floats = copies * (double) weights(network)
                + pixels * (RESTORE * channelsThroughBlocks(network) + DEGRAD * network.dim());
        return (long) (floats * Float.BYTES);
    }

    private static long weights(NetworkConfig network) {
        return Ndr.parameterShapes(network).values().stream()
                .mapToLong(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * b))
                .sum();
    }

    /** Channels that go through the transformer blocks, per pixel of the image: level i has C * 2^i and 1/4^i pixels. */
    private static double channelsThroughBlocks(NetworkConfig network) {
        double dim = network.dim();
        double channels = network.refine() * 2 * dim;
        for (int i = 0; i < NetworkConfig.LEVELS; i++)
            channels += 2 * network.blocks().get(i) * dim / (1 << i);
        return channels + network.blocks().get(NetworkConfig.LEVELS) * dim / (1 << NetworkConfig.LEVELS);
    }

    /**
     * What to tell the user: the expected time and memory, and a warning where there is less.
     *
     * @param available bytes that the machine has left beside the networks, such as {@link Torch#freeMemory} before they
     *     are made; none if it is not known, or if they are learned on a GPU
     */
    public List<Finding> findings(OptionalLong available) {
        Optional<Finding> warning = available.isPresent() && nativeMemory > available.getAsLong()
                ? Optional.of(Finding.warning(String.format(
                        Locale.ROOT,
                        "The training needs about %s of memory beside Java's, but this machine has %s left; choose a"
                                + " smaller batch or crop, or close other programs.",
                        gigabytes(nativeMemory),
                        gigabytes(available.getAsLong()))))
                : Optional.empty();
        Finding note = Finding.note(String.format(
                Locale.ROOT,
                "About %s for %d %s on this machine (%.2f s a step, measured over %d), and %s of native memory.",
                time(),
                steps,
                steps == 1 ? "step" : "steps",
                secondsPerStep,
                measuredSteps,
                gigabytes(nativeMemory)));
        return warning.map(first -> List.of(first, note)).orElse(List.of(note));
    }

    private String time() {
        Duration time = Duration.ofSeconds(Math.round(steps * secondsPerStep));
        if (time.toSeconds() < 90) return plural(Math.max(1, time.toSeconds()), "second");
        if (time.toMinutes() < 90) return plural(Math.round(time.toSeconds() / 60.0), "minute");
        if (time.toHours() < 48) return String.format(Locale.ROOT, "%.1f hours", time.toMinutes() / 60.0);
        return String.format(Locale.ROOT, "%.1f days", time.toMinutes() / 60.0 / 24);
    }

    private static String plural(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
