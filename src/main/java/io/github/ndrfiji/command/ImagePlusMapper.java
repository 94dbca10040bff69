package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.ColourOverlay;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.LayerImage;
import io.github.ndrfiji.imagej.ResultImage;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.maps.DegradationMaps;
import io.github.ndrfiji.maps.MapChoice;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.maps.Maps;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.restore.AffinityNetwork;
import io.github.ndrfiji.restore.ModelTiles;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Maps which learned degradations one model recognises in images of ImageJ. Used by one thread at a time.
 *
 * <pre>{@code
 * MapChoice choice = MapChoice.of(MapKind.DOMINANT);
 * try (ImagePlusMapper mapper = ImagePlusMapper.open("general", "auto", RestoreOptions.defaults(), choice)) {
 *     mapper.map(image, MapForm.HYPERSTACK, Progress.NONE).maps().show();
 * }
 * }</pre>
 */
public final class ImagePlusMapper implements AutoCloseable {

    private static final String SUFFIX = "-maps";

    private final AffinityNetwork network;
    private final RestoreOptions options;
    private final MapChoice choice;
    private final Runnable closer;

    ImagePlusMapper(AffinityNetwork network, RestoreOptions options, MapChoice choice, Runnable closer) {
        this.network = network;
        this.options = options;
        this.choice = choice;
        this.closer = closer;
    }

    /**
     * The maps of an image.
     *
     * @param maps in the form that was asked for
     * @param legend of the colours of dominant degradations; none where there are no such colours
     */
    public record Mapped(ImagePlus maps, Optional<ImagePlus> legend) {}

    /**
     * An image restored and mapped.
     *
     * @param restored as by an {@link ImagePlusRestorer}
     */
    public record RestoredAndMapped(ImagePlus restored, Mapped mapped) {}

    /**
     * Opens a model of this user's registry, or of a file. Starts the engine.
     *
     * @param model as for {@link ImagePlusRestorer#open}
     * @param device as for {@link ImagePlusRestorer#open}
     * @param options as for {@link ImagePlusRestorer#open}
     * @param choice the layers; for {@link MapForm#OVERLAY} only their level counts
     * @throws IllegalArgumentException if there is no such model or device
     * @throws IOException if the model cannot be read
     */
    public static ImagePlusMapper open(String model, String device, RestoreOptions options, MapChoice choice)
            throws IOException {
        NdrModel opened = ModelUse.open(model, device);
        return new ImagePlusMapper(
                new ModelTiles(opened), ModelUse.trained(options, opened.info()), choice, opened::close);
    }

    /**
     * Maps an image, with its metadata and, in the info, how it was made. It is restored only where the form or the layers
     * need it.
     *
     * @param image remains as it is; a virtual stack is read plane by plane
     * @throws IllegalArgumentException if there is no image, or none that can be mapped
     * @throws IllegalStateException if the device has too little memory, or the network gives no finite values
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public Mapped map(ImagePlus image, MapForm form, Progress progress) {
        return switch (form) {
            case HYPERSTACK ->
                choice.needsRestoration()
                        ? restore(image, progress).mapped()
                        : hyperstack(image, maps(image, choice, progress), progress);
            case CHANNELS -> channels(image, progress);
            case OVERLAY -> overlay(image, progress);
        };
    }

    /** Restores an image and maps it in one pass; the maps are in the form of {@link MapForm#HYPERSTACK}. See {@link #map}. */
    public RestoredAndMapped restore(ImagePlus image, Progress progress) {
        ImagePlusPlanes.of(image); // says what is wrong with the image before memory is taken for its restoration
        ImagePlus restored = ImagePlusRestorer.blank(image, network.scale());
        Maps maps = maps(image, restored, choice, progress);
        return new RestoredAndMapped(restored, hyperstack(image, maps, progress));
    }

    private Mapped hyperstack(ImagePlus image, Maps maps, Progress progress) {
        MapLooks looks = new MapLooks(image, maps);
        ImagePlus layers = LayerImage.of(image, SUFFIX, looks.layers());
        ResultImage.addInfo(layers, ModelUse.info(maps.report(), options, image));
        return new Mapped(described(layers, looks, progress), legend(looks));
    }

    /** With the sizes of the changes too, for those who do not look at a histogram. */
    private ImagePlus described(ImagePlus layers, MapLooks looks, Progress progress) {
        looks.changes().forEach(progress::log);
        looks.changes().forEach(sizes -> ResultImage.addInfo(layers, "NDR " + sizes));
        return named(layers, choice);
    }

    private Mapped channels(ImagePlus image, Progress progress) {
        ImagePlusPlanes.of(image);
        ImagePlus restored = ImagePlusRestorer.blank(image, network.scale());
        MapLooks looks = new MapLooks(image, maps(image, restored, choice, progress));
        ImagePlus layers = LayerImage.appended(restored, SUFFIX, looks.layers(), network.scale());
        return new Mapped(described(layers, looks, progress), legend(looks));
    }

    private Mapped overlay(ImagePlus image, Progress progress) {
        ImagePlusPlanes.of(image);
        ImagePlus restored = ImagePlusRestorer.blank(image, network.scale());
        MapChoice dominant = new MapChoice(List.of(MapKind.DOMINANT), choice.top(), choice.level());
        MapLooks looks = new MapLooks(image, maps(image, restored, dominant, progress));
        looks.dominant().forEach(layer -> ColourOverlay.add(restored, layer, network.scale()));
        return new Mapped(named(restored, dominant), Optional.of(looks.legend()));
    }

    private Optional<ImagePlus> legend(MapLooks looks) {
        return looks.dominant().isEmpty() ? Optional.empty() : Optional.of(looks.legend());
    }

    private Maps maps(ImagePlus image, MapChoice choice, Progress progress) {
        var source = ImagePlusPlanes.of(image);
        return ModelUse.run(
                network, () -> mapsOf(image, choice).of(source, ImagePlusPlanes.channelAxis(image), progress));
    }

    private Maps maps(ImagePlus image, ImagePlus restored, MapChoice choice, Progress progress) {
        Maps maps = ModelUse.run(network, () -> mapsOf(image, choice)
                .restoreInto(
                        ImagePlusPlanes.of(restored),
                        ImagePlusPlanes.of(image),
                        ImagePlusPlanes.channelAxis(image),
                        progress));
        ImagePlusRestorer.finish(restored, maps.report(), options, image, progress);
        return maps;
    }

    private DegradationMaps mapsOf(ImagePlus image, MapChoice choice) {
        return new DegradationMaps(network, options.withRange(ShownRange.stored(options.range(), image)), choice);
    }

    private static ImagePlus named(ImagePlus maps, MapChoice choice) {
        String kinds = choice.kinds().stream().map(MapKind::toString).collect(Collectors.joining(", "));
        ResultImage.addInfo(maps, "NDR maps: " + kinds + "\nNDR level: " + choice.level());
        return maps;
    }

    /** Frees what the model holds on its device. */
    @Override
    public void close() {
        closer.run();
    }
}
