package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.report.TrainingReport;
import io.github.ndrfiji.train.Brightness;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.TrainingPreset;
import io.github.ndrfiji.train.TrainingResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model on open stacks or folders. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Train...", weight = 4)},
        headless = true,
        description =
                "Trains a model on images of yours: pairs of degraded and clean ones, pairs of noisy ones, or clean"
                        + " ones that are degraded synthetically; open stacks or folders. The new model is then among those of"
                        + " Restore....")
public class TrainCommand extends NdrCommand {

    private static final String PAIRS = "degraded and clean";
    private static final String NOISY = "noisy and noisy";
    private static final String SYNTHETIC = "clean and synthetic";
    private static final String NOT_FROM_SCRATCH = "no";

    @Parameter(
            label = "Learn from",
            persist = false,
            choices = {PAIRS, NOISY, SYNTHETIC},
            description = "degraded and clean: pairs of images, such as short and long exposures; noisy and noisy: two"
                    + " noisy images of each scene, one in place of the degraded and one in place of the clean; clean and"
                    + " synthetic: clean images alone, which are degraded as the field Degradations says.")
    private String data = PAIRS;

    @Parameter(
            label = "Degraded stack",
            persist = false,
            required = false,
            autoFill = false,
            description = "What the model shall learn to restore, such as short exposures.")
    private ImagePlus degraded;

    @Parameter(
            label = "Clean stack",
            persist = false,
            required = false,
            autoFill = false,
            description = "The same planes as they should be, such as long exposures.")
    private ImagePlus clean;

    @Parameter(
            label = "or degraded folder",
            persist = false,
            required = false,
            style = "directory",
            description = "In place of the stack: a folder of images or stacks, read one by one.")
    private File degradedfolder;

    @Parameter(
            label = "or clean folder",
            persist = false,
            required = false,
            style = "directory",
            description = "In place of the stack: a folder whose images have the same names.")
    private File cleanfolder;

    @Parameter(
            label = "Match brightness",
            persist = false,
            description = "Bring each clean image onto the scale of its degraded one, by a gain and an offset, as for"
                    + " exposures or laser powers that differ.")
    private boolean fit;

    @Parameter(
            label = "Degradations (if synthetic)",
            persist = false,
            columns = 24,
            required = false,
            description = "With clean and synthetic: what the images are degraded by, as for ndr train, such as"
                    + " 3*noise:0-50 haze:0.6-2+noise:0-10 clean, separated by spaces.")
    private String degradations = "poisson:10-300 clean";

    @Parameter(
            label = "Name of the new model",
            persist = false,
            columns = 24,
            description = "Letters, digits, dots, dashes and underscores.")
    private String name = "my-model";

    @Parameter(
            label = "Begin with",
            persist = false,
            initializer = "listModels",
            description = "The model whose weights it begins with.")
    private ModelName model = new ModelName(ModelRegistry.DEFAULT_MODEL);

    @Parameter(
            label = "or a model file",
            persist = false,
            required = false,
            description = "A model (*.ndr) or a training's checkpoint to begin with, in place of those of the list.")
    private File file;

    @Parameter(
            label = "From scratch",
            persist = false,
            choices = {NOT_FROM_SCRATCH, "tiny", "compact", "paper"},
            description =
                    "no: begin with the model above; else begin with random weights in a network of that size, which"
                            + " takes far longer. paper wants a GPU.")
    private String scratch = NOT_FROM_SCRATCH;

    @Parameter(
            label = "How long",
            persist = false,
            choices = {"a quick look", "a coffee", "over night"},
            description =
                    "a quick look: 1200 steps, a coffee: 6000, over night: 120000. On two processor cores a step takes"
                            + " about 0.15 s.")
    private String preset = TrainingPreset.COFFEE.toString();

    @Parameter(
            label = "Steps (0 = as above)",
            persist = false,
            min = "0",
            description = "Training steps, in place of those of How long.")
    private int steps = 0;

    @Parameter(
            label = "More settings",
            persist = false,
            columns = 24,
            required = false,
            description = "As the options of ndr train, such as crop=128 loss=L2 patience=5 frozen-encoder=true; may be"
                    + " left empty.")
    private String settings = "";

    @Parameter(
            label = "Value range",
            persist = false,
            description =
                    "The values that count as 0 and 1: auto (as for the model that it begins with), type (all that"
                            + " the pixel type can hold), percentile (0.1st and 99.9th of each channel), or MIN:MAX as ImageJ"
                            + " shows them.")
    private String range = ValueRangePolicy.AUTO.toString();

    @Parameter(label = "Seed", persist = false, description = "Equal seeds and images give equal models.")
    private long seed = 1;

    @Parameter(
            label = "Device",
            persist = false,
            choices = {"auto", "cpu", "gpu", "gpu:1", "gpu:2", "gpu:3"},
            description = "Where it runs; auto takes a GPU if there is one; gpu is the first, gpu:1 the second.")
    private String device = "auto";

    @Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private String card;

    @Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private String report;

    @Parameter
    private ObjectService objects;

    @Override
    String doing() {
        return "Training " + name;
    }

    @Override
    void work(Progress progress) throws IOException {
        ModelTrainer trainer = new ModelTrainer(
                name,
                isGiven(file) ? file.getPath() : model.name(),
                scratch.equals(NOT_FROM_SCRATCH) ? Optional.empty() : Optional.of(scratch),
                steps > 0 ? steps : TrainingPreset.named(preset).steps(),
                changes(),
                ValueRangePolicy.parse(range));
        TrainingData chosen = data();
        try (TrainingMonitor monitor = TrainingMonitor.open(doing(), isChosen())) {
            TrainingResult result = trainer.train(chosen, told(device, progress), monitor.over(progress), monitor);
            Path page = TrainingReport.write(result, trainer.file());
            card = result.model().card();
            report = page.toString();
            monitor.finished("The model '" + name + "' is now among those of Restore....", page);
        }
    }

    private Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>(Map.of("seed", Long.toString(seed)));
        if (settings != null) changes.putAll(TrainSettings.changes(settings));
        return changes;
    }

    private TrainingData data() {
        TrainingImages second = TrainingImages.of(clean, cleanfolder, "clean images");
        if (data.equals(SYNTHETIC)) return new TrainingData.Synthetic(second, degradations);
        TrainingImages first = TrainingImages.of(degraded, degradedfolder, "degraded images");
        second.requireKindOf(first);
        return data.equals(NOISY)
                ? new TrainingData.Noisy(first, second)
                : new TrainingData.Pairs(first, second, fit ? Brightness.FITTED : Brightness.AS_IS);
    }

    /** Called by SciJava before it asks the user. */
    void listModels() throws IOException {
        ModelName.list(objects);
    }
}
