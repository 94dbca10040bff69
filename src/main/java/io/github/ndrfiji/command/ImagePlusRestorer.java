package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ResultImage;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.restore.RestoreReport;
import io.github.ndrfiji.restore.Restorer;
import io.github.ndrfiji.restore.TileNetwork;
import java.util.Locale;
import java.util.stream.Collectors;

/** Restores images of ImageJ with one network. Used by one thread at a time. */
public final class ImagePlusRestorer {

    private static final String SUFFIX = "-restored";

    private final TileNetwork network;
    private final Restorer restorer;

    /** @throws IllegalArgumentException if the network has neither 1 nor 3 channels */
    public ImagePlusRestorer(TileNetwork network, RestoreOptions options) {
        this.network = network;
        this.restorer = new Restorer(network, options);
    }

    /**
     * Restores an image into a new one of its type, with its metadata and, in its info, how it was made. Warnings go to
     * the log of {@code progress}.
     *
     * @param image remains as it is; a virtual stack is read plane by plane
     * @throws IllegalArgumentException if there is no image, or none that can be restored
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public ImagePlus restore(ImagePlus image, Progress progress) {
        var source = ImagePlusPlanes.of(image);
        int scale = network.scale();
        ImagePlus result = ResultImage.like(image, SUFFIX, scale * image.getWidth(), scale * image.getHeight());
        RestoreReport report =
                restorer.restoreInto(ImagePlusPlanes.of(result), source, ImagePlusPlanes.channelAxis(image), progress);
        report.warnings().forEach(progress::log);
        ResultImage.addInfo(result, lines(report));
        return result;
    }

    private static String lines(RestoreReport report) {
        String ranges =
                report.ranges().stream().distinct().map(Object::toString).collect(Collectors.joining(", "));
        return String.join(
                "\n",
                "NDR model: " + report.model(),
                "NDR device: " + report.device(),
                "NDR tiles: " + report.tiles() + " of " + report.tiling().context() + " pixels, overlap "
                        + report.tiling().overlap(),
                "NDR value range: " + ranges,
                "NDR saturated samples: " + report.saturated() + " of " + report.samples(),
                "NDR samples not finite: " + report.nonFinite(),
                String.format(Locale.ROOT, "NDR time: %.1f s", report.seconds()));
    }
}
