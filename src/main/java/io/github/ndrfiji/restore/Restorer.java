package io.github.ndrfiji.restore;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Planes;
import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;
import net.imglib2.util.Util;

/**
 * Restores images with a network.
 *
 * <pre>{@code
 * Restored<UnsignedShortType> restored =
 *         new Restorer(network, RestoreOptions.defaults()).restore(stack, Planes.NO_CHANNEL_AXIS, progress);
 * }</pre>
 *
 * <p>The first two axes of an image are X and Y; one other may hold channels, and every further one is run through. RGB
 * pixels go through a network of three channels together, and so do three channels that are said to be
 * {@linkplain RestoreOptions#rgb red, green and blue}. All other channels go through it one by one: a network of
 * three channels gets them threefold, and the mean of its three answers is taken.
 *
 * <p>The network's change of a tile is what is blended and added to the source, in double precision. So where the
 * network changes nothing, nothing changes, bit for bit. Planes whose finite samples are all equal are copied, and so
 * are samples that are NaN or infinite.
 *
 * <p>Where {@linkplain RestoreOptions#region a region} is given, only the tiles that touch its rectangle go through the
 * network.
 *
 * <p>Memory beyond the two images: one band of a plane, as high as a tile, and three batches of tiles, the one that the network
 * has, the next and the last, on the processor as many tiles each as there are cores. Planes are visited
 * in order, those of the first further axis fastest; the result is written row by row.
 *
 * <p>Used by one thread at a time, as its network is.
 */
public final class Restorer {

    private final TileNetwork network;
    private final TileChanges changes;
    private final RestoreOptions options;

    /** @throws IllegalArgumentException if the network has neither 1 nor 3 channels */
    public Restorer(TileNetwork network, RestoreOptions options) {
        this.network = network;
        this.changes = new TileChanges(network);
        this.options = options;
    }

    /**
     * Restores an image into a new one of the same pixel type, with X and Y {@link TileNetwork#scale} times as long.
     *
     * @param channelAxis as for {@link Planes#of}
     * @param progress told the tiles done, of all planes and channels
     * @throws IllegalArgumentException if the image cannot be restored, see {@link Planes#of}, or the region lies outside
     *     of it
     * @throws IllegalStateException if the network gives values that are not finite
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before every batch
     */
    public <T extends Type<T>> Restored<T> restore(
            RandomAccessibleInterval<T> image, int channelAxis, Progress progress) {
        Planes source = Planes.of(image, channelAxis);
        long[] size = image.dimensionsAsLongArray();
        size[0] *= network.scale();
        size[1] *= network.scale();
        RandomAccessibleInterval<T> target = Util.getSuitableImgFactory(FinalDimensions.wrap(size), image.getType())
                .create(size);
        return new Restored<>(target, restore(source, Planes.of(target, channelAxis), progress));
    }

    /**
     * Restores an image into one that the caller provides. A cancel leaves that one half-written.
     *
     * @param target another image than {@code image}, with X and Y {@link TileNetwork#scale} times as long and all
     *     other axes equal
     * @see #restore
     */
    public RestoreReport restoreInto(
            RandomAccessibleInterval<?> target, RandomAccessibleInterval<?> image, int channelAxis, Progress progress) {
        return restore(Planes.of(image, channelAxis), Planes.of(target, channelAxis), progress);
    }

    private RestoreReport restore(Planes source, Planes target, Progress progress) {
        TileRun run = new TileRun(network, options, source, progress);
        ChangeTarget changed = new ChangeTarget(run, target, network.scale());
        return run.run(new Restoring(network, changes, changed), changed.tally());
    }
}
