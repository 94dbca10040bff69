package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.restore.RestoreReport;
import io.github.ndrfiji.restore.TileModel;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What all uses of a model on images of ImageJ have in common. */
final class ModelUse {

    private ModelUse() {}

    /** The options with the value range that a model was trained with, if the range is {@code auto}. */
    static RestoreOptions trained(RestoreOptions options, ModelInfo info) {
        ValueRangePolicy trained = ValueRangePolicy.parse(info.valueRange());
        return options.range() == ValueRangePolicy.AUTO ? options.withRange(trained) : options;
    }

    /**
     * Opens the part of a model that restores and maps. Starts the engine.
     *
     * @param model name or path of the model
     * @param device as for {@link Device#parse}
     * @throws IllegalArgumentException if there is no such model or device
     * @throws IOException if the model cannot be read
     */
    static NdrModel open(String model, String device) throws IOException {
        return NdrModel.open(ModelRegistry.standard().open(model).forRestoring(), Device.parse(device));
    }

    /** Does work on a device, and says what to do if it has too little memory. */
    static <T> T run(TileModel model, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw Torch.isOutOfMemory(e) ? outOfMemory(model, e) : e;
        }
    }

    private static IllegalStateException outOfMemory(TileModel model, RuntimeException e) {
        return new IllegalStateException(
                "The model '" + model.model() + "' needs more memory than the device " + model.device()
                        + " has, even tile by tile; close other programs, or take a smaller model.",
                e);
    }

    /** What the info of a result says of how it was made. */
    static String info(RestoreReport report, RestoreOptions options, ImagePlus image) {
        List<String> lines = new ArrayList<>(List.of(
                "NDR model: " + report.model(),
                "NDR device: " + report.device(),
                "NDR tiles: " + report.tiles() + " of " + report.tiling().context() + " pixels, overlap "
                        + report.tiling().overlap(),
                "NDR value range: " + ranges(report.ranges(), image)));
        report.concessions().forEach(concession -> lines.add("NDR memory: " + concession));
        if (report.samples() > 0) {
            lines.add("NDR saturated samples: " + report.saturated() + " of " + report.samples());
            lines.add("NDR samples not finite: " + report.nonFinite());
        }
        lines.add(String.format(Locale.ROOT, "NDR time: %.1f s", report.seconds()));
        options.region().ifPresent(region -> lines.add("NDR region: " + region));
        return String.join("\n", lines);
    }

    /** The ranges of the channels, each once, in the values that ImageJ shows. */
    static String ranges(List<ValueRange> ranges, ImagePlus image) {
        return ranges.stream()
                .distinct()
                .map(range -> ShownRange.shown(range, image).toString())
                .collect(Collectors.joining(", "));
    }
}
