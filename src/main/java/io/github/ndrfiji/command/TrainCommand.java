package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelRegistry;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model on two open stacks. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Train...", weight = 4)},
        headless = true,
        description = "Trains a model on two open stacks, a degraded and a clean one that match plane by plane. The new"
                + " model is then among those of Restore....")
public class TrainCommand extends NdrCommand {

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
            label = "Name of the new model",
            persist = false,
            description = "Letters, digits, dots, dashes and underscores.")
    private String name = "my-model";

    @Parameter(
            label = "Begin with",
            persist = false,
            initializer = "listModels",
            description = "The model whose weights it begins with.")
    private ModelName model = new ModelName(ModelRegistry.DEFAULT_MODEL);

    @Parameter(
            label = "Steps",
            persist = false,
            min = "1",
            description = "Training steps. On two processor cores a step takes about 0.4 s.")
    private int steps = 1500;

    @Parameter(label = "Seed", persist = false, description = "Equal seeds and stacks give equal models.")
    private long seed = 1;

    @Parameter(
            label = "Device",
            persist = false,
            choices = {"auto", "cpu", "gpu"},
            description = "Where it runs; auto takes a GPU if there is one.")
    private String device = "auto";

    @Parameter(type = ItemIO.OUTPUT, label = "The trained model")
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private String card;

    @Parameter
    private ObjectService objects;

    @Override
    String doing() {
        return "Training " + name;
    }

    @Override
    void work(Progress progress) throws IOException {
        ModelBundle trained =
                new ImagePlusTrainer(name, model.name(), steps, seed).train(degraded, clean, device, progress);
        card = trained.card();
    }

    /** Called by SciJava before it asks the user. */
    void listModels() throws IOException {
        ModelName.list(objects);
    }
}
