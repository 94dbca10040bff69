package io.github.ndrfiji.restore;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Planes;
import net.imglib2.RandomAccessibleInterval;

/**
 * Finds, for every pixel of an image, the affinity to each of the learned degradations.
 *
 * <pre>{@code
 * AffinityMapper mapper = new AffinityMapper(network, RestoreOptions.defaults(), AffinityLevel.MEAN);
 * mapper.map(stack, Planes.NO_CHANNEL_AXIS, (plane, group) -> (y, shares) -> use(shares), progress);
 * }</pre>
 *
 * <p>Planes, channels, value range and tiles are as for a {@link Restorer}, but constant planes are mapped as all others.
 * Affinities are blended by the same weights as restored tiles and are on the image's grid, whatever the network's scale.
 * Where {@linkplain RestoreOptions#region a region} is given, pixels outside of the tiles that touch it are NaN.
 *
 * <p>Memory: as for a {@link Restorer}, and one band of a plane, as high as a tile, for all learned degradations.
 *
 * <p>Used by one thread at a time, as its network is.
 */
public final class AffinityMapper {

    private final AffinityNetwork network;
    private final TileChanges changes;
    private final RestoreOptions options;
    private final AffinityLevel level;

    /** @throws IllegalArgumentException if the network has neither 1 nor 3 channels */
    public AffinityMapper(AffinityNetwork network, RestoreOptions options, AffinityLevel level) {
        this.network = network;
        this.changes = new TileChanges(network);
        this.options = options;
        this.level = level;
    }

    /** How many sets of affinities each plane of an image gives: one for each group of channels that go together. */
    public int groups(Planes planes) {
        return planes.channels() / options.together(planes, network);
    }

    /**
     * Maps an image without restoring it.
     *
     * @param channelAxis as for {@link Planes#of}
     * @param progress told the tiles done, of all planes and channels
     * @return how; no samples are written
     * @throws IllegalArgumentException as {@link Restorer#restore}
     * @throws IllegalStateException if the network gives values that are not finite
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before every batch
     */
    public RestoreReport map(RandomAccessibleInterval<?> image, int channelAxis, AffinitySink sink, Progress progress) {
        TileRun run = new TileRun(network, options, Planes.of(image, channelAxis), progress);
        return run.run(new Mapping(network, changes, target(run, sink)), new ChangeTally());
    }

    /**
     * Restores an image as {@link Restorer#restoreInto} does, and maps it while the network is at it.
     *
     * @see #map
     */
    public RestoreReport restoreInto(
            RandomAccessibleInterval<?> target,
            RandomAccessibleInterval<?> image,
            int channelAxis,
            AffinitySink sink,
            Progress progress) {
        TileRun run = new TileRun(network, options, Planes.of(image, channelAxis), progress);
        ChangeTarget restored = new ChangeTarget(run, Planes.of(target, channelAxis), network.scale());
        return run.run(new RestoringAndMapping(network, changes, restored, target(run, sink)), restored.tally());
    }

    private AffinityTarget target(TileRun run, AffinitySink sink) {
        return new AffinityTarget(run.grid(), network.learned(), level, sink);
    }
}
