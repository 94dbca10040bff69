package io.github.ndrfiji.cli;

import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.restore.RestoreOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a model is applied to images. */
final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            defaultValue = ModelRegistry.DEFAULT_MODEL,
            description = "A model that 'ndr info' lists, or a .ndr file (default: ${DEFAULT-VALUE}).")
    private String model;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            defaultValue = "auto",
            description = RangeOption.FORMS + " or 'auto' (as the model was trained).")
    private ValueRangePolicy range;

    @Option(
            names = "--rgb",
            description =
                    "The three channels of a composite are red, green and blue of one picture: take them together,"
                            + " not one by one.")
    private boolean rgb;

    /** Its name or file. */
    String model() {
        return model;
    }

    String device() {
        return device.name();
    }

    /** See {@link DeviceOption#tell}. */
    void tellDevice(Console console) {
        device.tell(console);
    }

    RestoreOptions options() {
        return RestoreOptions.defaults().withRange(range).withRgb(rgb);
    }
}
