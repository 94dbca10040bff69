package io.github.ndrfiji.command;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.train.Beginning;
import io.github.ndrfiji.train.Mixture;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.Training;
import io.github.ndrfiji.train.TrainingPlan;
import io.github.ndrfiji.train.TrainingResult;
import io.github.ndrfiji.train.TrainingView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Trains a model and installs it.
 *
 * @param name of the new model
 * @param from name or file of the model that it begins with, which must hold NDR-Degrad, or of a checkpoint
 * @param size of the network, as {@link NetworkConfig#preset} knows it, if it begins with random weights instead
 * @param steps training steps
 * @param settings that differ from the defaults, see {@link TrainSettings#with}
 * @param range of values that count as 0 and 1; {@code auto} for that of the model that it begins with
 */
record ModelTrainer(
        String name,
        String from,
        Optional<String> size,
        long steps,
        Map<String, String> settings,
        ValueRangePolicy range) {

    private static final String CROP = "crop";

    /**
     * Trains. Everything that it leaves lies in the folder of models: the model, its report and tables, its checkpoint. A
     * cancel leaves the checkpoint, from which the same call goes on.
     *
     * @return also the model, which is installed
     * @throws IllegalArgumentException if the data cannot be learned from, there is a model of that name, or there is no
     *     such model or device to begin with
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    TrainingResult train(TrainingData data, String device, Progress progress, TrainingView view) throws IOException {
        ModelRegistry registry = ModelRegistry.standard();
        requireFree(registry);
        TrainingPlan plan = plan(data, registry, progress);
        Device trainedOn = Device.parse(device);
        Files.createDirectories(registry.folder());
        Path checkpoint = registry.folder().resolve(name + ".checkpoint");
        TrainingResult result = new Training(plan, trainedOn).run(checkpoint, progress, view);
        Path file = Files.createTempFile("ndr-trained", ".ndr");
        try {
            result.model().write(file);
            registry.install(file, true);
        } finally {
            Files.deleteIfExists(file);
        }
        return result;
    }

    /** Where the model will lie. */
    Path file() {
        return ModelRegistry.standard().folder().resolve(name + ".ndr");
    }

    /** Before the training, which takes long. */
    private void requireFree(ModelRegistry registry) throws IOException {
        for (ModelRegistry.Model model : registry.list())
            if (model.name().equals(name))
                throw new IllegalArgumentException("There is a model '" + name + "' already; choose another name"
                        + (model.source() == ModelRegistry.Source.INSTALLED ? ", or remove it by Models...." : "."));
    }

    private TrainingPlan plan(TrainingData data, ModelRegistry registry, Progress progress) throws IOException {
        Beginning beginning = size.isEmpty()
                ? Beginning.with(registry.open(from))
                : Beginning.atRandom(NetworkConfig.preset(size.get(), data.channels()));
        ValueRangePolicy policy = beginning.range(range);
        Mixture mixture = data.open(beginning.network().channels(), policy, progress);
        TrainSettings defaults = beginning.settings(steps);
        Map<String, String> changes = new HashMap<>(settings);
        if (!changes.containsKey(CROP)) changes.put(CROP, Integer.toString(fitting(defaults.crop(), mixture)));
        ModelInfo info = new ModelInfo(
                name,
                oneLine("Trained on " + data + "."),
                beginning.network(),
                policy.toString(),
                beginning.tileContext(),
                beginning.tileOverlap(beginning.tileContext()),
                mixture.kinds());
        return new TrainingPlan(
                info,
                defaults.with(changes),
                mixture,
                beginning.model(),
                TrainingPlan.HOLD_OUT,
                EngineReport.version());
    }

    /** The usual crop, or a smaller one if the images are that small. */
    private static int fitting(int crop, Mixture mixture) throws IOException {
        Patch first = mixture.parts().get(0).source().images().get(0).read(0);
        int side = Math.min(first.width(), first.height()) / NetworkConfig.MULTIPLE * NetworkConfig.MULTIPLE;
        return Math.max(NetworkConfig.MULTIPLE, Math.min(crop, side));
    }

    /** Titles of images may hold anything. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 200 ? line : line.substring(0, 197) + "...";
    }
}
