package io.github.ndrfiji.maps;

import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.TileBlender.RowSink;
import io.github.ndrfiji.restore.AffinitySink;

/**
 * Hides from a sink the shares at pixels that hold no number in the image: the network saw a mean in their place. They
 * become NaN, as where nothing was looked at.
 *
 * @param image that the shares tell of
 * @param together how many of its channels go through the network together
 */
record FiniteShares(Planes image, int together, AffinitySink sink) implements AffinitySink {

    @Override
    public RowSink begin(long plane, int group) {
        RowSink rows = sink.begin(plane, group);
        Plane samples = image.plane(plane, group * together, together);
        double[] row = new double[image.width()];
        return (y, values) -> {
            for (int c = 0; c < together; c++) {
                samples.readRow(c, y, row);
                for (int x = 0; x < row.length; x++)
                    if (!Double.isFinite(row[x])) for (float[] degradation : values) degradation[x] = Float.NaN;
            }
            rows.accept(y, values);
        };
    }
}
