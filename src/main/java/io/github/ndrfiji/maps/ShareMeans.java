package io.github.ndrfiji.maps;

import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.TileBlender.RowSink;
import io.github.ndrfiji.restore.AffinitySink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Measures the affinities of an image plane by plane, in all its pixels or in those of a region. Holds no image.
 *
 * <pre>{@code
 * ShareMeans means = new ShareMeans(network.learned());
 * mapper.map(stack, Planes.NO_CHANNEL_AXIS, means, progress);
 * int dominant = means.planes().get(0).dominant();
 * }</pre>
 */
public final class ShareMeans implements AffinitySink {

    private final int learned;
    private final Optional<Region> region;
    private final List<Sums> sums = new ArrayList<>();

    private final class Sums implements RowSink {
        private final long plane;
        private final int group;
        private final double[] shares = new double[learned];
        private final long[] dominant = new long[learned];
        private double entropy;
        private long pixels;

        Sums(long plane, int group) {
            this.plane = plane;
            this.group = group;
        }

        @Override
        public void accept(int y, float[][] values) {
            for (int x = first(); x < end(values[0].length); x++) {
                if (!isInside(x, y) || !Shares.areKnown(values, x)) continue;
                pixels++;
                for (int n = 0; n < learned; n++) shares[n] += values[n][x];
                dominant[Shares.dominant(values, x)]++;
                entropy += Shares.entropy(values, x);
            }
        }

        private PlaneShares means() {
            return new PlaneShares(
                    plane,
                    group,
                    pixels,
                    DoubleStream.of(shares).map(sum -> sum / pixels).boxed().toList(),
                    IntStream.range(0, learned)
                            .mapToObj(n -> dominant[n] / (double) pixels)
                            .toList(),
                    entropy / pixels);
        }
    }

    /** Of all pixels that were looked at. */
    public ShareMeans(int learned) {
        this(learned, Optional.empty());
    }

    /** Of those in a region. */
    public ShareMeans(int learned, Region region) {
        this(learned, Optional.of(region));
    }

    private ShareMeans(int learned, Optional<Region> region) {
        this.learned = learned;
        this.region = region;
    }

    @Override
    public RowSink begin(long plane, int group) {
        Sums next = new Sums(plane, group);
        sums.add(next);
        return next;
    }

    /** The means of each plane and group, in the order in which they came. */
    public List<PlaneShares> planes() {
        return sums.stream().map(Sums::means).toList();
    }

    /** The numbers, from 1 on, of the learned degradations with the largest shares of all pixels, the largest first. */
    public List<Integer> top(int count) {
        double[] all = new double[learned];
        for (Sums part : sums) for (int n = 0; n < learned; n++) all[n] += part.shares[n];
        return IntStream.rangeClosed(1, learned)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> -all[n - 1]))
                .limit(count)
                .toList();
    }

    private int first() {
        return region.map(some -> Math.max(0, some.x())).orElse(0);
    }

    private int end(int width) {
        return region.map(some -> Math.min(width, some.x() + some.width())).orElse(width);
    }

    private boolean isInside(int x, int y) {
        return region.isEmpty() || region.get().contains(x, y);
    }
}
