package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.train.Mixture;
import io.github.ndrfiji.train.Source;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.Training;
import io.github.ndrfiji.train.TrainingPlan;
import io.github.ndrfiji.train.TrainingView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains a model on two open stacks, a degraded and a clean one, beginning with a model that there is, and installs it.
 *
 * @param name of the new model
 * @param from name or file of the model that it begins with, which must hold NDR-Degrad
 * @param steps training steps
 * @param seed equal seeds and stacks give equal models
 */
public record ImagePlusTrainer(String name, String from, long steps, long seed) {

    private static final int LARGEST_CROP = 64;
    private static final int HOLD_OUT = 10;

    /**
     * Trains. A cancel leaves a checkpoint in the folder of models, from which the same call goes on.
     *
     * @param degraded its value range counts for both stacks
     * @param clean of the same size
     * @return the model, which is installed
     * @throws IllegalArgumentException if the stacks do not match, there is a model of that name, or there is no such
     *     model or device to begin with
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public ModelBundle train(ImagePlus degraded, ImagePlus clean, String device, Progress progress) throws IOException {
        ModelRegistry registry = ModelRegistry.standard();
        requireFree(registry);
        ModelBundle start = registry.open(from);
        requireMatch(degraded, clean);
        TrainingPlan plan = plan(start, degraded, clean, progress);
        Files.createDirectories(registry.folder());
        Path checkpoint = registry.folder().resolve(name + ".checkpoint");
        Path file = Files.createTempFile("ndr-trained", ".ndr");
        try {
            ModelBundle model = new Training(plan, Device.parse(device))
                    .run(checkpoint, progress, TrainingView.NONE)
                    .model();
            model.write(file);
            registry.install(file, true);
            Files.deleteIfExists(checkpoint);
            return model;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Before the training, which takes long. */
    private void requireFree(ModelRegistry registry) throws IOException {
        for (ModelRegistry.Model model : registry.list())
            if (model.name().equals(name))
                throw new IllegalArgumentException("There is a model '" + name + "' already; choose another name"
                        + (model.source() == ModelRegistry.Source.INSTALLED ? ", or remove it by Models...." : "."));
    }

    private static void requireMatch(ImagePlus degraded, ImagePlus clean) {
        String expected = ImagePlusPlanes.planes(degraded).toString();
        String actual = ImagePlusPlanes.planes(clean).toString();
        if (!actual.equals(expected))
            throw new IllegalArgumentException("'" + degraded.getTitle() + "' has " + expected + ", but '"
                    + clean.getTitle() + "' has " + actual + "; both stacks must match plane by plane.");
        if (degraded.getBitDepth() != clean.getBitDepth() || !ShownRange.agree(degraded, clean))
            throw new IllegalArgumentException("'" + degraded.getTitle() + "' has " + degraded.getBitDepth()
                    + " bits and '" + clean.getTitle() + "' " + clean.getBitDepth()
                    + ", or their values are calibrated differently; convert both by Image > Type > 32-bit.");
    }

    private TrainingPlan plan(ModelBundle start, ImagePlus degraded, ImagePlus clean, Progress progress) {
        ModelInfo before = start.info();
        List<ValueRange> ranges = StackImages.ranges(degraded, ValueRangePolicy.parse(before.valueRange()), progress);
        int channels = before.network().channels();
        Source pairs =
                Source.paired(new StackImages(degraded, ranges, channels), new StackImages(clean, ranges, channels), 1);
        int crop = Math.min(LARGEST_CROP, Math.min(degraded.getWidth(), degraded.getHeight()))
                / NetworkConfig.MULTIPLE
                * NetworkConfig.MULTIPLE;
        TrainSettings settings = TrainSettings.fineTuning(before.network(), steps)
                .with(Map.of("crop", Integer.toString(crop), "seed", Long.toString(seed)));
        ModelInfo info = new ModelInfo(
                name,
                "Trained on '" + degraded.getTitle() + "' and '" + clean.getTitle() + "'.",
                before.network(),
                before.valueRange(),
                before.tileContext(),
                before.tileOverlap(),
                List.of(pairs.kind()));
        return new TrainingPlan(
                info,
                settings,
                new Mixture(List.of(new Mixture.Part(pairs, 1))),
                Optional.of(start),
                HOLD_OUT,
                EngineReport.version());
    }
}
