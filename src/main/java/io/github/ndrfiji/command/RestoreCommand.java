package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;

/**
 * Restores an image with a model.
 *
 * <p>The names of the parameters are those that macros and scripts use. Not a {@code DynamicCommand}, for which {@code
 * CommandService.run} returns nothing that a script could wait for.
 */
@Plugin(type = Command.class, menuPath = "Plugins>NDR Restore>Restore...", headless = true)
public class RestoreCommand extends ContextCommand {

    @Parameter(label = "Image", persist = false, description = "The image or stack to restore; it remains as it is.")
    private ImagePlus image;

    @Parameter(
            label = "Model",
            persist = false,
            initializer = "listModels",
            description = "What was learned from images like yours.")
    private ModelName model = new ModelName(ModelRegistry.DEFAULT_MODEL);

    @Parameter(
            label = "Model file",
            persist = false,
            required = false,
            style = "extensions:ndr",
            description = "A .ndr file to use in place of the model chosen above.")
    private File modelFile;

    @Parameter(
            label = "Device",
            persist = false,
            choices = {"auto", "cpu", "gpu"},
            description = "Where it runs; auto takes a GPU if there is one.")
    private String device = "auto";

    @Parameter(
            label = "Value range",
            persist = false,
            description = "The values that count as 0 and 1: auto (as the model was trained), type (all that the pixel"
                    + " type can hold), percentile (0.1st and 99.9th of each channel of the stack), or MIN:MAX as"
                    + " ImageJ shows them.")
    private String range = ValueRangePolicy.AUTO.toString();

    @Parameter(
            label = "Channels are red, green, blue",
            persist = false,
            description = "Restore the three channels of a composite together, as those of one colour picture.")
    private boolean rgb;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus restored;

    @Parameter
    private StatusService status;

    @Parameter
    private TaskService tasks;

    @Parameter
    private LogService log;

    @Parameter
    private UIService ui;

    @Parameter
    private ObjectService objects;

    @Override
    public void run() {
        try (CommandProgress progress = new CommandProgress("Restoring " + image.getTitle(), this, status, tasks, log);
                ImagePlusRestorer restorer = ImagePlusRestorer.open(
                        modelFile != null ? modelFile.getPath() : model.name(),
                        device,
                        RestoreOptions.defaults()
                                .withRange(ValueRangePolicy.parse(range))
                                .withRgb(rgb))) {
            restored = restorer.restore(image, progress);
        } catch (CancellationException e) {
            cancel(null); // who cancelled needs no message
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            fail(e);
        }
    }

    /** A user reads the message in a dialog; a script gets the exception. */
    private void fail(Exception e) {
        if (ui.isHeadless()) throw new IllegalArgumentException(e.getMessage(), e);
        cancel(e.getMessage());
    }

    /** Called by SciJava before it asks the user. */
    void listModels() throws IOException {
        objects.getObjects(ModelName.class).forEach(objects::removeObject);
        for (ModelRegistry.Model listed : ModelRegistry.standard().list())
            objects.addObject(new ModelName(listed.name()));
    }
}
