package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.fingerprint.Identification;
import io.github.ndrfiji.fingerprint.Identifier;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.restore.AffinityNetwork;
import io.github.ndrfiji.restore.AffinitySurvey;
import io.github.ndrfiji.restore.ModelTiles;
import io.github.ndrfiji.restore.PlaneAffinities;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.util.List;

/**
 * Tells what images of ImageJ suffer from, as far as one model knows it. Used by one thread at a time.
 *
 * <pre>{@code
 * try (ImagePlusIdentifier identifier = ImagePlusIdentifier.open("general", "auto", RestoreOptions.defaults())) {
 *     identifier.identify(image, Progress.NONE).get(0).found().likeliest().degradation(); // such as "noise"
 * }
 * }</pre>
 */
public final class ImagePlusIdentifier implements AutoCloseable {

    private final AffinityNetwork network;
    private final Identifier identifier;
    private final RestoreOptions options;
    private final Runnable closer;

    private ImagePlusIdentifier(
            AffinityNetwork network, Identifier identifier, RestoreOptions options, Runnable closer) {
        this.network = network;
        this.identifier = identifier;
        this.options = options;
        this.closer = closer;
    }

    /**
     * What one plane of a stack suffers from.
     *
     * @param c channel, from 1; 1 where the channels are looked at together
     * @param z slice, from 1
     * @param t frame, from 1
     */
    public record IdentifiedPlane(int c, int z, int t, Identification found) {}

    /**
     * Opens a model of this user's registry, or of a file. Starts the engine.
     *
     * @param model as for {@link ImagePlusRestorer#open}
     * @param device as for {@link ImagePlusRestorer#open}
     * @param options as for {@link ImagePlusRestorer#open}
     * @throws IllegalArgumentException if there is no such model or device, or the model has no fingerprints
     * @throws IOException if the model cannot be read
     */
    public static ImagePlusIdentifier open(String model, String device, RestoreOptions options) throws IOException {
        NdrModel opened = ModelUse.open(model, device);
        try {
            Fingerprints fingerprints = opened.fingerprints()
                    .orElseThrow(() -> new IllegalArgumentException("The model '"
                            + opened.info().name()
                            + "' has no fingerprints, by which degradations are known: an earlier version trained it, or it has"
                            + " too many learned degradations; choose another model, or train it further."));
            return new ImagePlusIdentifier(
                    new ModelTiles(opened),
                    new Identifier(fingerprints),
                    ModelUse.trained(options, opened.info()),
                    opened::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * What each plane of an image suffers from, and each of its channels if they are not looked at together.
     *
     * @param image remains as it is; a virtual stack is read plane by plane
     * @throws IllegalArgumentException if there is no image, or none that can be looked at
     * @throws IllegalStateException if the device has too little memory
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public List<IdentifiedPlane> identify(ImagePlus image, Progress progress) {
        var source = ImagePlusPlanes.of(image);
        AffinitySurvey survey =
                new AffinitySurvey(network, options.withRange(ShownRange.stored(options.range(), image)));
        List<PlaneAffinities> planes =
                ModelUse.run(network, () -> survey.of(source, ImagePlusPlanes.channelAxis(image), progress));
        return planes.stream()
                .map(plane -> identified(plane, image.getNSlices()))
                .toList();
    }

    private IdentifiedPlane identified(PlaneAffinities plane, int slices) {
        return new IdentifiedPlane(
                plane.group() + 1,
                (int) (plane.plane() % slices) + 1,
                (int) (plane.plane() / slices) + 1,
                identifier.identify(plane.affinities()));
    }

    /** Frees what the model holds on its device. */
    @Override
    public void close() {
        closer.run();
    }
}
