package io.github.ndrfiji.cli;

import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.train.LossKind;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.TrainingPreset;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The choice of how a model is learned; what is not given has the default of {@link TrainSettings}. */
final class LearningOptions {

    private final Map<String, String> changes = new LinkedHashMap<>();
    private long steps = TrainingPreset.COFFEE.steps();

    @Option(names = "--preset", paramLabel = "quick|coffee|overnight", description = "600, 3000 or 60000 steps.")
    private void preset(TrainingPreset preset) {
        steps = preset.steps();
    }

    /** @throws IllegalArgumentException if there is none of that name; the message says which there are */
    static TrainingPreset preset(String name) {
        return switch (name) {
            case "quick" -> TrainingPreset.QUICK_LOOK;
            case "coffee" -> TrainingPreset.COFFEE;
            case "overnight" -> TrainingPreset.OVERNIGHT;
            default ->
                throw new IllegalArgumentException(
                        "There is no preset '" + name + "'; take quick, coffee or overnight.");
        };
    }

    @Option(names = "--steps", paramLabel = "N", description = "Training steps (default: 3000).")
    private void steps(long number) {
        steps = number;
    }

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description =
                    "${COMPLETION-CANDIDATES}: whether NDR-Restore and NDR-Degrad are learned in turn, together, or"
                            + " NDR-Restore alone (default: ALTERNATING).")
    private void order(TrainingOrder order) {
        changes.put("order", order.name());
    }

    @Option(
            names = "--loss",
            paramLabel = "L1|L2",
            description = "The mean absolute or the mean squared error (default: L1).")
    private void loss(LossKind loss) {
        changes.put("loss", loss.name());
    }

    @Option(
            names = "--lambda",
            paramLabel = "LAMBDA",
            description = "With JOINT: weight of the restoration's loss against the degradation's (default: 1).")
    private void lambda(double lambda) {
        changes.put("lambda", Double.toString(lambda));
    }

    @Option(
            names = "--degrad-every",
            paramLabel = "N",
            description = "With ALTERNATING: NDR-Degrad takes one step of so many (default: 1).")
    private void degradEvery(int number) {
        changes.put("degrad-every", Integer.toString(number));
    }

    @Option(
            names = "--frozen-encoder",
            description = "Leave NDR-Restore's encoder as it is: faster, and safer on very few images.")
    private void frozenEncoder(boolean frozen) {
        changes.put("frozen-encoder", Boolean.toString(frozen));
    }

    @Option(names = "--batch", paramLabel = "N", description = "Patches in one step (default: 4).")
    private void batch(int batch) {
        changes.put("batch", Integer.toString(batch));
    }

    @Option(names = "--crop", paramLabel = "PIXELS", description = "Sides of a patch, a multiple of 8 (default: 64).")
    private void crop(int crop) {
        changes.put("crop", Integer.toString(crop));
    }

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Highest learning rate (default: 0.001, with --from 0.0003).")
    private void rate(double rate) {
        changes.put("rate", Double.toString(rate));
    }

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "Steps in which the learning rate rises to the highest, from which it falls as a cosine (default:"
                            + " 200, with --from 50).")
    private void warmUp(long steps) {
        changes.put("warm-up", Long.toString(steps));
    }

    @Option(names = "--decay", paramLabel = "DECAY", description = "Weight decay (default: 0).")
    private void decay(double decay) {
        changes.put("decay", Double.toString(decay));
    }

    @Option(
            names = "--clip",
            paramLabel = "NORM",
            description = "Longer gradients are scaled down to this norm, so that no degradation drowns the others"
                    + " (default: 0.01).")
    private void clip(double norm) {
        changes.put("clip", Double.toString(norm));
    }

    @Option(
            names = "--average",
            paramLabel = "SHARE",
            description = "Share of the past in the moving average of the weights that is kept; 0 for none (default:"
                    + " 0.995).")
    private void average(double share) {
        changes.put("average", Double.toString(share));
    }

    @Option(
            names = "--validate-every",
            paramLabel = "N",
            description = "Steps between two validations on the images held out (default: a twentieth of all, at least"
                    + " 100).")
    private void validateEvery(long number) {
        changes.put("validate-every", Long.toString(number));
    }

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "End after so many validations without a better one; 0 for never (default: 0).")
    private void patience(int number) {
        changes.put("patience", Integer.toString(number));
    }

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Equal seeds, data and settings give equal models (default: 1).")
    private void seed(long seed) {
        changes.put("seed", Long.toString(seed));
    }

    /**
     * The settings for a network of that size.
     *
     * @param fineTuning whether it begins with a model's weights
     * @throws IllegalArgumentException if one is not possible; the message begins with its option
     */
    TrainSettings settings(NetworkConfig network, boolean fineTuning) {
        TrainSettings settings = WrongCall.naming(
                "--steps",
                () -> fineTuning ? TrainSettings.fineTuning(network, steps) : TrainSettings.of(network, steps));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            TrainSettings before = settings;
            settings = WrongCall.naming("--" + change.getKey(), () -> before.with(Map.ofEntries(change)));
        }
        return settings;
    }
}
