package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.TileBlender.RowSink;
import io.github.ndrfiji.image.TileGrid;

/**
 * Where the affinities of an image go.
 *
 * @param grid the tiles of every plane
 * @param learned number of learned degradations
 * @param level the level that is asked for
 */
record AffinityTarget(TileGrid grid, int learned, AffinityLevel level, AffinitySink sink) {

    /** Takes the affinities of a part's tiles. */
    TileJoiner begin(PlanePart part) {
        RowSink rows = sink.begin(part.plane(), part.firstChannel() / part.channels());
        return new TileJoiner(grid, learned, (y, values) -> {
            toShares(values);
            rows.accept(y, values);
        });
    }

    /**
     * Divides by the sum over the learned degradations: 1 up to rounding where all tiles of a pixel came, less where
     * tiles beyond a region are lacking, 0 (and the shares become NaN) where none came.
     */
    private static void toShares(float[][] values) {
        for (int x = 0; x < values[0].length; x++) {
            double sum = 0;
            for (float[] degradation : values) sum += degradation[x];
            if (Double.isNaN(sum) || Double.isInfinite(sum))
                throw new IllegalStateException(
                        "The model gave affinities that are not finite; try the CPU, or a value range that fits the image.");
            for (float[] degradation : values) degradation[x] = (float) (degradation[x] / sum);
        }
    }
}
