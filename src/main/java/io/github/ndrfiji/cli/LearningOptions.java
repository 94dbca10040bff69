package io.github.ndrfiji.cli;

import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.train.Beginning;
import io.github.ndrfiji.train.LossKind;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.TrainingPreset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Option;

/** The choice of how a model is learned; what is not given has the default of {@link TrainSettings}. */
final class LearningOptions {

    @Option(names = "--preset", paramLabel = "quick|coffee|overnight", description = "1200, 6000 or 120000 steps.")
    private TrainingPreset preset;

    @Option(names = "--steps", paramLabel = "N", description = "Training steps (default: 6000).")
    private Long steps;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description =
                    "${COMPLETION-CANDIDATES}: whether NDR-Restore and NDR-Degrad are learned in turn, together, or"
                            + " NDR-Restore alone (default: ALTERNATING).")
    private TrainingOrder order;

    @Option(
            names = "--loss",
            paramLabel = "L1|L2",
            description = "The mean absolute or the mean squared error (default: L1).")
    private LossKind loss;

    @Option(
            names = "--lambda",
            paramLabel = "LAMBDA",
            description = "With JOINT: weight of the restoration's loss against the degradation's (default: 1).")
    private Double lambda;

    @Option(
            names = "--degrad-every",
            paramLabel = "N",
            description = "With ALTERNATING: NDR-Degrad takes one step of so many; 1 as in the paper (default: 4).")
    private Integer degradEvery;

    @Option(
            names = "--frozen-encoder",
            description = "Leave NDR-Restore's encoder as it is: faster, and safer on very few images.")
    private Boolean frozenEncoder;

    @Option(
            names = "--tell-apart",
            paramLabel = "WEIGHT",
            description = "Weight of a loss that asks of the learned degradations that others act where another kind of"
                    + " degradation is, for maps and identification; 0 for the paper's loss (default: 0).")
    private Double tellApart;

    @Option(names = "--batch", paramLabel = "N", description = "Patches in one step (default: 2).")
    private Integer batch;

    @Option(
            names = "--patchwork",
            paramLabel = "SHARE",
            description = "Share of the patches, from 0 to 1, that are put together from two, which may be degraded"
                    + " differently, so that the network learns where a degradation acts (default: 0).")
    private Double patchwork;

    @Option(names = "--crop", paramLabel = "PIXELS", description = "Sides of a patch, a multiple of 8 (default: 64).")
    private Integer crop;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Highest learning rate (default: 0.001, with --from 0.0003).")
    private Double rate;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "Steps in which the learning rate rises to the highest, from which it falls as a cosine (default:"
                            + " 200, with --from 50).")
    private Long warmUp;

    @Option(names = "--decay", paramLabel = "DECAY", description = "Weight decay (default: 0).")
    private Double decay;

    @Option(
            names = "--clip",
            paramLabel = "NORM",
            description = "Longer gradients are scaled down to this norm, so that no degradation drowns the others"
                    + " (default: 0.01).")
    private Double clip;

    @Option(
            names = "--average",
            paramLabel = "SHARE",
            description = "Share of the past in the moving average of the weights that is kept; 0 for none (default:"
                    + " 0.995).")
    private Double average;

    @Option(
            names = "--validate-every",
            paramLabel = "N",
            description = "Steps between two validations on the images held out (default: a twentieth of all, at least"
                    + " 100).")
    private Long validateEvery;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "End after so many validations without a better one; 0 for never (default: 0).")
    private Integer patience;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Equal seeds, data and settings give equal models (default: 1).")
    private Long seed;

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

    /**
     * The settings of a training that begins so.
     *
     * @throws IllegalArgumentException if one is not possible; the message begins with its option
     */
    TrainSettings settings(Beginning beginning) {
        TrainSettings settings = WrongCall.naming("--steps", () -> beginning.settings(steps()));
        for (Map.Entry<String, String> change : changes().entrySet()) {
            TrainSettings before = settings;
            settings = WrongCall.naming("--" + change.getKey(), () -> before.with(Map.ofEntries(change)));
        }
        return settings;
    }

    private long steps() {
        if (steps != null && preset != null)
            throw new IllegalArgumentException("It cannot be given together with --preset; give one of both.");
        if (steps != null) return steps;
        return (preset != null ? preset : TrainingPreset.COFFEE).steps();
    }

    /** What was given, as {@link TrainSettings#with} takes it. */
    private Map<String, String> changes() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("order", order);
        given.put("loss", loss);
        given.put("lambda", lambda);
        given.put("degrad-every", degradEvery);
        given.put("frozen-encoder", frozenEncoder);
        given.put("tell-apart", tellApart);
        given.put("batch", batch);
        given.put("patchwork", patchwork);
        given.put("crop", crop);
        given.put("rate", rate);
        given.put("warm-up", warmUp);
        given.put("decay", decay);
        given.put("clip", clip);
        given.put("average", average);
        given.put("validate-every", validateEvery);
        given.put("patience", patience);
        given.put("seed", seed);
        given.values().removeIf(Objects::isNull);
        Map<String, String> changes = new LinkedHashMap<>();
        given.forEach((name, value) -> changes.put(name, value.toString()));
        return changes;
    }
}
