package io.github.ndrfiji.maps;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.AffinityMapper;
import io.github.ndrfiji.restore.AffinityNetwork;
import io.github.ndrfiji.restore.AffinitySink;
import io.github.ndrfiji.restore.RestoreOptions;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;

/**
 * Measures the shares of the learned degradations in regions of images. The network goes over an image once, however many
 * regions there are; nothing is restored and no map is held. Pixels that are NaN or infinite are left out.
 *
 * <pre>{@code
 * List<List<PlaneShares>> measured = new RegionShares(network, RestoreOptions.defaults(), AffinityLevel.MEAN)
 *         .of(stack, Planes.NO_CHANNEL_AXIS, regions, progress);
 * }</pre>
 *
 * <p>Used by one thread at a time, as its network is.
 */
public final class RegionShares {

    private final AffinityNetwork network;
    private final AffinityMapper mapper;

    /**
     * @param options as for an {@link AffinityMapper}; where they have a region, pixels that are not looked at because of it
     *     are left out too
     * @throws IllegalArgumentException if the network has neither 1 nor 3 channels
     */
    public RegionShares(AffinityNetwork network, RestoreOptions options, AffinityLevel level) {
        this.network = network;
        this.mapper = new AffinityMapper(network, options, level);
    }

    /** How many groups of channels of an image are measured one by one. */
    public int groups(Planes image) {
        return mapper.groups(image);
    }

    /**
     * Measures.
     *
     * @param channelAxis as for {@link Planes#of}
     * @param regions may lie partly or wholly outside of the image, and over each other
     * @return for each region the means of each plane and group, in the order of the planes
     * @throws IllegalArgumentException if the image cannot be mapped
     * @throws IllegalStateException if the network gives values that are not finite
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before every batch
     */
    public List<List<PlaneShares>> of(
            RandomAccessibleInterval<?> image, int channelAxis, List<Region> regions, Progress progress) {
        List<ShareMeans> means = regions.stream()
                .map(region -> new ShareMeans(network.learned(), region))
                .toList();
        Planes planes = Planes.of(image, channelAxis);
        int together = planes.channels() / groups(planes);
        mapper.map(image, channelAxis, new FiniteShares(planes, together, AffinitySink.toAll(means)), progress);
        return means.stream().map(ShareMeans::planes).toList();
    }
}
