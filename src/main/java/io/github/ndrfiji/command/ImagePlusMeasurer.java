package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.MeasuredRegion;
import io.github.ndrfiji.imagej.RegionChoice;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.maps.PlaneShares;
import io.github.ndrfiji.maps.RegionShares;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.AffinityNetwork;
import io.github.ndrfiji.restore.ModelTiles;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures which learned degradations one model recognises in images of ImageJ, plane by plane and region by region.
 * Nothing is restored, and an image goes through the network once. Used by one thread at a time.
 *
 * <pre>{@code
 * try (ImagePlusMeasurer measurer =
 *         ImagePlusMeasurer.open("general", "auto", RestoreOptions.defaults(), AffinityLevel.MEAN)) {
 *     List<MeasuredShares> rows = measurer.measure(image, RegionChoice.AUTO, Progress.NONE);
 * }
 * }</pre>
 */
public final class ImagePlusMeasurer implements AutoCloseable {

    private final AffinityNetwork network;
    private final RestoreOptions options;
    private final AffinityLevel level;
    private final Runnable closer;

    ImagePlusMeasurer(AffinityNetwork network, RestoreOptions options, AffinityLevel level, Runnable closer) {
        this.network = network;
        this.options = options;
        this.level = level;
        this.closer = closer;
    }

    /**
     * Opens a model of this user's registry, or of a file. Starts the engine.
     *
     * @param model as for {@link ImagePlusRestorer#open}
     * @param device as for {@link ImagePlusRestorer#open}
     * @param options as for {@link ImagePlusRestorer#open}
     * @param level of the network that is measured
     * @throws IllegalArgumentException if there is no such model or device
     * @throws IOException if the model cannot be read
     */
    public static ImagePlusMeasurer open(String model, String device, RestoreOptions options, AffinityLevel level)
            throws IOException {
        NdrModel opened = ModelUse.open(model, device);
        return new ImagePlusMeasurer(
                new ModelTiles(opened), ModelUse.trained(options, opened.info()), level, opened::close);
    }

    /** Number N of learned degradations. */
    public int learned() {
        return network.learned();
    }

    /**
     * Measures an image. Pixels that are NaN or infinite are left out. The value range is that of the whole image, and so
     * are the tiles: a region has the same shares as in the maps of the image.
     *
     * @param image remains as it is; a virtual stack is read plane by plane
     * @return region by region, each with its planes in the order of the stack and the channels of each
     * @throws IllegalArgumentException if there is no image, or none that can be mapped, or the regions are not there or
     *     all outside of it
     * @throws IllegalStateException if the device has too little memory, or the network gives no finite values
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public List<MeasuredShares> measure(ImagePlus image, RegionChoice choice, Progress progress) {
        Planes planes = ImagePlusPlanes.planes(image);
        List<MeasuredRegion> regions = choice.of(image);
        RegionShares measuring = new RegionShares(
                network,
                options.withRange(ShownRange.stored(options.range(), image)).withRegion(MeasuredRegion.around(regions)),
                level);
        List<List<PlaneShares>> measured = ModelUse.run(
                network,
                () -> measuring.of(
                        ImagePlusPlanes.of(image),
                        ImagePlusPlanes.channelAxis(image),
                        regions.stream().map(MeasuredRegion::region).toList(),
                        progress));
        int together = planes.channels() / measuring.groups(planes);
        List<MeasuredShares> rows = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            for (PlaneShares shares : measured.get(i)) {
                int slice = (int) (shares.plane() % image.getNSlices()) + 1;
                int frame = (int) (shares.plane() / image.getNSlices()) + 1;
                if (regions.get(i).isOn(shares.group() * together + 1, together, slice, frame))
                    rows.add(new MeasuredShares(regions.get(i).name(), shares.group() + 1, slice, frame, shares));
            }
        }
        return rows;
    }

    /** Frees what the model holds on its device. */
    @Override
    public void close() {
        closer.run();
    }
}
