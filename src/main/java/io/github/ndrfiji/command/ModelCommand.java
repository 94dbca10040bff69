package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.File;
import java.io.IOException;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Parameter;

/** A command that applies a model to an image: what all of these ask for, before what is their own. */
abstract class ModelCommand extends NdrCommand {

    @Parameter(
            label = "Image",
            persist = false,
            required = false,
            description = "The image or stack to work on; it remains as it is.")
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
    private File file;

    @Parameter(
            label = "Device",
            persist = false,
            choices = {"auto", "cpu", "gpu", "gpu:1", "gpu:2", "gpu:3"},
            description = "Where it runs; auto takes a GPU if there is one; gpu is the first, gpu:1 the second.")
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
            description = "Take the three channels of a composite together, as those of one colour picture.")
    private boolean rgb;

    @Parameter
    private ObjectService objects;

    /** The image, or null if there is none. */
    final ImagePlus image() {
        return image;
    }

    /** Name or path of the model. */
    final String model() {
        return isGiven(file) ? file.getPath() : model.name();
    }

    final String device() {
        return device;
    }

    /** @throws IllegalArgumentException if the value range is none */
    final RestoreOptions options() {
        return RestoreOptions.defaults()
                .withRange(ValueRangePolicy.parse(range))
                .withRgb(rgb);
    }

    /** Called by SciJava before it asks the user. */
    void listModels() throws IOException {
        ModelName.list(objects);
    }
}
