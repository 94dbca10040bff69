package io.github.ndrfiji.train;

import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a model is learned. Together with the data this fixes the result bit for bit on one processor.
 *
 * <pre>{@code
 * TrainSettings settings = TrainSettings.of(NetworkConfig.compact(1), 3000).with(Map.of("crop", "128", "loss", "L2"));
 * }</pre>
 *
 * @param network the networks' size
 * @param objective what is learned
 * @param schedule number of steps and their learning rates
 * @param batch pairs learned together in one step
 * @param patchwork share of the pairs that are put together from two which may be degraded differently, from 0 to 1
 * @param crop sides of the degraded patches, a multiple of {@link NetworkConfig#MULTIPLE}
 * @param decay weight decay
 * @param largestNorm longer gradients are scaled down to this norm
 * @param average share of the past in the moving average of the weights, which is what is validated and kept; 0 keeps
 *     the weights themselves
 * @param validateEvery steps between two validations
 * @param patience the run ends after so many validations without a better one; 0: never
 * @param seed of the first weights and of every draw
 */
public record TrainSettings(
        NetworkConfig network,
        Objective objective,
        Schedule schedule,
        int batch,
        double patchwork,
        int crop,
        double decay,
        double largestNorm,
        double average,
        long validateEvery,
        int patience,
        long seed) {

    private static final int MOST_VALIDATIONS = 1000;

    public TrainSettings {
        if (batch < 1 || batch > 1024)
            throw new IllegalArgumentException("The batch is " + batch + "; it must be 1 to 1024.");
        if (!(patchwork >= 0 && patchwork <= 1))
            throw new IllegalArgumentException("The share of patchwork is " + patchwork + "; it must be from 0 to 1.");
        if (crop < NetworkConfig.MULTIPLE || crop % NetworkConfig.MULTIPLE != 0)
            throw new IllegalArgumentException(
                    "The crop is " + crop + "; it must be a multiple of " + NetworkConfig.MULTIPLE + ", such as 64.");
        if (!(decay >= 0 && decay < 1))
            throw new IllegalArgumentException("The weight decay is " + decay + "; it must be 0 or above, below 1.");
        if (!(largestNorm > 0))
            throw new IllegalArgumentException("The largest norm is " + largestNorm + "; it must be above 0.");
        if (!(average >= 0 && average < 1))
            throw new IllegalArgumentException(
                    "The average's share of the past is " + average + "; it must be 0 or above, below 1.");
        if (validateEvery < 1 || schedule.steps() / validateEvery > MOST_VALIDATIONS)
            throw new IllegalArgumentException("A validation every " + validateEvery + " steps of " + schedule.steps()
                    + " is not possible; give a number from "
                    + Math.max(1, schedule.steps() / MOST_VALIDATIONS) + ".");
        if (patience < 0)
            throw new IllegalArgumentException("The patience is " + patience + "; it must be 0 or above.");
    }

    /** The defaults for a network of that size that begins with random weights. */
    public static TrainSettings of(NetworkConfig network, long steps) {
        return defaults(network, steps, 1e-3, 200);
    }

    /** The defaults for a network of that size that begins with a model's weights. */
    public static TrainSettings fineTuning(NetworkConfig network, long steps) {
        return defaults(network, steps, 3e-4, 50);
    }

    private static TrainSettings defaults(NetworkConfig network, long steps, double rate, long warmUp) {
        return new TrainSettings(
                network,
                Objective.of(TrainingOrder.ALTERNATING),
                new Schedule(rate, Math.min(steps, warmUp), steps),
                2,
                0,
                64,
                0,
                0.01,
                0.995,
                Math.max(steps / 20, Math.min(steps, 100)),
                0,
                1);
    }

    /**
     * Changes for {@link #with(Map)}, as {@code crop=128 loss=L2}.
     *
     * @throws IllegalArgumentException if a word is not NAME=VALUE
     */
    public static Map<String, String> changes(String text) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String word : text.strip().split("[\\s,]+")) {
            if (word.isEmpty()) continue;
            String[] pair = word.split("=", 2);
            if (pair.length < 2 || changes.put(pair[0], pair[1]) != null)
                throw new IllegalArgumentException("'" + word + "' in '" + text
                        + "' is no new NAME=VALUE; write the settings like crop=128 loss=L2.");
        }
        return changes;
    }

    /** Every setting but the network's size as text by its name, which is that of its option on the command line. */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("order", objective.order().name());
        named.put("loss", objective.loss().name());
        named.put("lambda", Double.toString(objective.lambda()));
        named.put("degrad-every", Integer.toString(objective.degradEvery()));
        named.put("frozen-encoder", Boolean.toString(objective.frozenEncoder()));
        named.put("tell-apart", Double.toString(objective.tellApart()));
        named.put("steps", Long.toString(schedule.steps()));
        named.put("rate", Double.toString(schedule.rate()));
        named.put("warm-up", Long.toString(schedule.warmUp()));
        named.put("batch", Integer.toString(batch));
        named.put("patchwork", Double.toString(patchwork));
        named.put("crop", Integer.toString(crop));
        named.put("decay", Double.toString(decay));
        named.put("clip", Double.toString(largestNorm));
        named.put("average", Double.toString(average));
        named.put("validate-every", Long.toString(validateEvery));
        named.put("patience", Integer.toString(patience));
        named.put("seed", Long.toString(seed));
        return named;
    }

    /**
     * These settings with some of them changed.
     *
     * @param changes as {@link #named()} has them
     * @throws IllegalArgumentException if there is no such setting, or a value is not possible; the message says what is
     */
    public TrainSettings with(Map<String, String> changes) {
        Map<String, String> all = named();
        changes.forEach((name, value) -> {
            if (all.replace(name, value) == null)
                throw new IllegalArgumentException(
                        "There is no setting '" + name + "'; take of " + String.join(", ", named().keySet()) + ".");
        });
        SettingsText text = new SettingsText(all);
        return new TrainSettings(
                network,
                new Objective(
                        text.oneOf("order", TrainingOrder.class),
                        text.oneOf("loss", LossKind.class),
                        text.number("lambda"),
                        text.whole("degrad-every"),
                        text.truth("frozen-encoder"),
                        text.number("tell-apart")),
                new Schedule(text.number("rate"), text.longWhole("warm-up"), text.longWhole("steps")),
                text.whole("batch"),
                text.number("patchwork"),
                text.whole("crop"),
                text.number("decay"),
                text.number("clip"),
                text.number("average"),
                text.longWhole("validate-every"),
                text.whole("patience"),
                text.longWhole("seed"));
    }
}
