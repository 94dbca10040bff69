package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.TileBlender.RowSink;
import java.util.List;

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
        return toAll(List.of(this, other));
    }

    /** Gives all to each of some sinks, in their order. */
    static AffinitySink toAll(List<? extends AffinitySink> sinks) {
        return (plane, group) -> {
            List<RowSink> rows =
                    sinks.stream().map(sink -> sink.begin(plane, group)).toList();
            return (y, values) -> rows.forEach(row -> row.accept(y, values));
        };
    }
}
