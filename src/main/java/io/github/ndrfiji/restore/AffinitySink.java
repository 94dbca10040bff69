package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.TileBlender.RowSink;

/** Takes the affinities of an image, plane by plane. */
@FunctionalInterface
public interface AffinitySink {

    /**
     * Begins with those of one plane.
     *
     * @param plane index of the plane in the image
     * @param group which of the plane's channels, or groups of channels that go through the network together
     * @return takes its rows, {@code values[n][x]} being the share of learned degradation n from 0 on: summing to 1 over n,
     *     or all NaN where no tile was looked at
     */
    RowSink begin(long plane, int group);

    /** Gives all to this sink, and then to another. */
    default AffinitySink and(AffinitySink other) {
        return (plane, group) -> {
            RowSink first = begin(plane, group);
            RowSink second = other.begin(plane, group);
            return (y, values) -> {
                first.accept(y, values);
                second.accept(y, values);
            };
        };
    }
}
