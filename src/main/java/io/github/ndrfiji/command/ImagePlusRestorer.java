package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.PlaneImage;
import io.github.ndrfiji.imagej.ResultImage;
import io.github.ndrfiji.imagej.Selection;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.restore.ModelTiles;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.restore.RestoreReport;
import io.github.ndrfiji.restore.Restorer;
import io.github.ndrfiji.restore.TileNetwork;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;
import java.util.List;

/**
 * Restores images of ImageJ with one model. Used by one thread at a time.
 *
 * <pre>{@code
 * try (ImagePlusRestorer restorer = ImagePlusRestorer.open("general", "auto", RestoreOptions.defaults())) {
 *     restorer.restore(image, Progress.NONE).show();
 * }
 * }</pre>
 */
public final class ImagePlusRestorer implements AutoCloseable {

    private static final String SUFFIX = "-restored";
    private static final int LARGEST_PREVIEW = 512;

    private final TileNetwork network;
    private final RestoreOptions options;
    private final Runnable closer;

    ImagePlusRestorer(TileNetwork network, RestoreOptions options, Runnable closer) {
        this.network = network;
        this.options = options;
        this.closer = closer;
    }

    /**
     * Opens a model of this user's registry, or of a file. Starts the engine.
     *
     * @param model name or path of the model
     * @param device as for {@link Device#parse}
     * @param options the range {@code auto} means the one that the model was trained with; a given one is of values as
     *     ImageJ shows them
     * @throws IllegalArgumentException if there is no such model or device
     * @throws IOException if the model cannot be read
     */
    public static ImagePlusRestorer open(String model, String device, RestoreOptions options) throws IOException {
        NdrModel opened = ModelUse.open(model, device);
        return new ImagePlusRestorer(new ModelTiles(opened), ModelUse.trained(options, opened.info()), opened::close);
    }

    /**
     * Restores an image into a new one of its type, with its metadata and, in its info, how it was made. Warnings go to
     * the log of {@code progress}.
     *
     * @param image remains as it is; a virtual stack is read plane by plane
     * @throws IllegalArgumentException if there is no image, or none that can be restored
     * @throws IllegalStateException if the device has too little memory, or the network gives no finite values
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public ImagePlus restore(ImagePlus image, Progress progress) {
        var source = ImagePlusPlanes.of(image);
        ImagePlus result = blank(image, network.scale());
        Restorer restorer = new Restorer(network, options.withRange(ShownRange.stored(options.range(), image)));
        RestoreReport report = ModelUse.run(
                network,
                () -> restorer.restoreInto(
                        ImagePlusPlanes.of(result), source, ImagePlusPlanes.channelAxis(image), progress));
        finish(result, report, options, image, progress);
        return result;
    }

    /** An image for the restoration of another. */
    static ImagePlus blank(ImagePlus image, int scale) {
        return ResultImage.like(image, SUFFIX, scale * image.getWidth(), scale * image.getHeight());
    }

    /** Logs warnings, writes into the info of a restored image how it was made, and fits its display range. */
    static void finish(
            ImagePlus result, RestoreReport report, RestoreOptions options, ImagePlus image, Progress progress) {
        ResultImage.written(result);
        report.warnings().forEach(progress::warn);
        ResultImage.addInfo(result, ModelUse.info(report, options, image));
        ResultImage.fitDisplayRange(result, progress);
    }

    /**
     * Restores what a user looks at in the plane that an image shows, exactly as {@link #restore} would, beside the
     * original.
     *
     * @param selected whether only the pixels inside the image's selection are to be restored
     * @throws IllegalArgumentException if there is no image, or none that can be restored
     */
    ImagePlus preview(ImagePlus image, boolean selected, Progress progress) {
        List<ValueRange> ranges =
                ShownRange.stored(options.range(), image).ranges(ImagePlusPlanes.planes(image), progress);
        Region seen = Selection.lookedAt(image, LARGEST_PREVIEW);
        Region restored = selected ? Selection.of(image) : seen;
        ImagePlus plane = PlaneImage.shownBy(image);
        int scale = network.scale();
        ImagePlus result = ResultImage.like(plane, "", scale * plane.getWidth(), scale * plane.getHeight());
        new Restorer(
                        network,
                        options.withRange(ValueRangePolicy.perChannel(ranges)).withRegion(restored))
                .restoreInto(
                        ImagePlusPlanes.of(result),
                        ImagePlusPlanes.of(plane),
                        ImagePlusPlanes.channelAxis(plane),
                        progress);
        return PlaneImage.sideBySide("Before and after: " + image.getTitle(), plane, result, seen, scale);
    }

    /** Frees what the model holds on its device. */
    @Override
    public void close() {
        closer.run();
    }
}
