package io.github.ndrfiji.maps;

import io.github.ndrfiji.PartProgress;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.restore.AffinityMapper;
import io.github.ndrfiji.restore.AffinityNetwork;
import io.github.ndrfiji.restore.AffinitySink;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.restore.RestoreReport;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;

/**
 * Maps the learned degradations that a network recognises in images.
 *
 * <pre>{@code
 * Maps maps = new DegradationMaps(network, RestoreOptions.defaults(), MapChoice.of(MapKind.DOMINANT))
 *         .of(stack, Planes.NO_CHANNEL_AXIS, progress);
 * }</pre>
 *
 * <p>Holds the layers that are asked for and no others. {@link MapKind#TOP} goes over the image twice: which learned
 * degradations they are is found first.
 *
 * <p>Used by one thread at a time, as its network is.
 */
public final class DegradationMaps {

    private final AffinityNetwork network;
    private final AffinityMapper mapper;
    private final MapChoice choice;

    /**
     * @param options as for an {@link AffinityMapper}
     * @throws IllegalArgumentException if the network has neither 1 nor 3 channels
     */
    public DegradationMaps(AffinityNetwork network, RestoreOptions options, MapChoice choice) {
        this.network = network;
        this.mapper = new AffinityMapper(network, options, choice.level());
        this.choice = choice;
    }

    /**
     * Maps an image without restoring it.
     *
     * @param channelAxis as for {@link Planes#of}
     * @throws IllegalArgumentException if the image cannot be mapped, or {@link MapKind#CHANGE} is asked for
     * @throws IllegalStateException if the network gives values that are not finite
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public Maps of(RandomAccessibleInterval<?> image, int channelAxis, Progress progress) {
        if (choice.needsRestoration())
            throw new IllegalArgumentException("The layer 'change' needs the restored image; restore while mapping.");
        return map(image, channelAxis, progress, (sink, told) -> mapper.map(image, channelAxis, sink, told));
    }

    /**
     * Restores an image as {@link AffinityMapper#restoreInto} does, and maps it while the network is at it.
     *
     * @see #of
     */
    public Maps restoreInto(
            RandomAccessibleInterval<?> target, RandomAccessibleInterval<?> image, int channelAxis, Progress progress) {
        Maps maps = map(
                image,
                channelAxis,
                progress,
                (sink, told) -> mapper.restoreInto(target, image, channelAxis, sink, told));
        Change change = new Change(Planes.of(image, channelAxis), Planes.of(target, channelAxis), maps.groups());
        maps.layers().stream().filter(layer -> layer.kind() == MapKind.CHANGE).forEach(change::into);
        return maps;
    }

    /** A pass over the image that gives its affinities. */
    @FunctionalInterface
    private interface Pass {
        RestoreReport run(AffinitySink sink, Progress progress);
    }

    private Maps map(RandomAccessibleInterval<?> image, int channelAxis, Progress progress, Pass pass) {
        Planes planes = Planes.of(image, channelAxis);
        boolean twice = choice.kinds().contains(MapKind.TOP);
        List<Integer> top = twice ? top(image, channelAxis, new PartProgress(progress, 0, 2)) : List.of();
        int groups = mapper.groups(planes);
        LayerWriter writer = new LayerWriter(planes, groups, choice.kinds(), network.learned(), top);
        ShareMeans means = new ShareMeans(network.learned());
        RestoreReport report = pass.run(writer.and(means), twice ? new PartProgress(progress, 1, 2) : progress);
        return new Maps(network.learned(), groups, writer.layers(), means.planes(), report);
    }

    private List<Integer> top(RandomAccessibleInterval<?> image, int channelAxis, Progress progress) {
        ShareMeans means = new ShareMeans(network.learned());
        mapper.map(image, channelAxis, means, progress);
        return means.top(choice.top());
    }
}
