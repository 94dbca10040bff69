package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ResultImage;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.restore.DegradationTransfer;
import io.github.ndrfiji.restore.ModelTiles;
import io.github.ndrfiji.restore.Reference;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.restore.RestoreReport;
import io.github.ndrfiji.restore.TransferNetwork;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;

/**
 * Degrades images of ImageJ like a degraded one, with one model. Used by one thread at a time.
 *
 * <pre>{@code
 * try (ImagePlusTransfer transfer = ImagePlusTransfer.open("general", "auto", RestoreOptions.defaults())) {
 *     transfer.transfer(clean, noisy, Progress.NONE).show();
 * }
 * }</pre>
 */
public final class ImagePlusTransfer implements AutoCloseable {

    private static final String SUFFIX = "-degraded";

    private final TransferNetwork network;
    private final DegradationTransfer transfer;
    private final RestoreOptions options;
    private final Runnable closer;

    ImagePlusTransfer(TransferNetwork network, RestoreOptions options, Runnable closer) {
        this.network = network;
        this.transfer = new DegradationTransfer(network);
        this.options = options;
        this.closer = closer;
    }

    /**
     * Opens a model of this user's registry, or of a file. Starts the engine.
     *
     * @param model name or path of the model
     * @param device as for {@link Device#parse}
     * @param options as for {@link ImagePlusRestorer#open}; the range holds for image and reference, each by itself
     * @throws IllegalArgumentException if there is no such model or device, or the model cannot degrade
     * @throws IOException if the model cannot be read
     */
    public static ImagePlusTransfer open(String model, String device, RestoreOptions options) throws IOException {
        ModelBundle bundle = ModelRegistry.standard().open(model);
        boolean hasLearned = bundle.provenance().order() != TrainingOrder.RESTORE_ONLY;
        if (!bundle.canDegrade() || !hasLearned)
            throw new IllegalArgumentException(
                    "Degrading like a reference needs a model that has learned NDR-Restore and NDR-Degrad, but '"
                            + bundle.info().name() + (hasLearned ? "' holds" : "' has learned")
                            + " NDR-Restore alone; choose another one, or train it in the order ALTERNATING.");
        RestoreOptions chosen = ModelUse.trained(options, bundle.info());
        NdrModel opened = NdrModel.open(bundle, Device.parse(device));
        try {
            return new ImagePlusTransfer(new ModelTiles(opened), chosen, opened::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Degrades an image like another into a new one of its type, with its metadata and, in its info, how it was made.
     * Warnings go to the log of {@code progress}.
     *
     * @param image remains as it is; a virtual stack is read plane by plane
     * @param reference the degraded image, of any size and type; remains as it is, see {@link DegradationTransfer}
     * @throws IllegalArgumentException if there is no image or no reference, or none that the model can be applied to
     * @throws IllegalStateException if the device has too little memory, or the networks give no finite values
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public ImagePlus transfer(ImagePlus image, ImagePlus reference, Progress progress) {
        var clean = ImagePlusPlanes.planes(image);
        Reference degraded = Reference.of(
                ImagePlusPlanes.planes(reference), ShownRange.stored(options.range(), reference), progress);
        ImagePlus result = ResultImage.like(image, SUFFIX, image.getWidth(), image.getHeight());
        RestoreOptions ofImage = options.withRange(ShownRange.stored(options.range(), image));
        RestoreReport report = ModelUse.run(
                network,
                () -> transfer.transferInto(ImagePlusPlanes.planes(result), clean, degraded, ofImage, progress));
        ResultImage.written(result);
        report.warnings().forEach(progress::warn);
        ResultImage.addInfo(result, ModelUse.info(report, options, image));
        ResultImage.addInfo(
                result,
                "NDR reference: " + reference.getTitle() + "\nNDR value range of the reference: "
                        + ModelUse.ranges(degraded.ranges(), reference));
        return result;
    }

    /** Frees what the model holds on its device. */
    @Override
    public void close() {
        closer.run();
    }
}
