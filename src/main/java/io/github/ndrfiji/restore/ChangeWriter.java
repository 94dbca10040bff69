package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.TileBlender;
import io.github.ndrfiji.image.ValueRange;
import java.util.List;

/** Adds the network's change to the pixels of a region of a source plane, row by row, and writes the sum. */
final class ChangeWriter implements TileBlender.RowSink {

    private final Plane source;
    private final Plane target;
    private final List<ValueRange> ranges;
    private final int scale;
    private final Region region;
    private final ChangeTally tally;
    private final double[] sourceRow;
    private final double[] targetRow;

    /**
     * @param region the pixels of the source that may change
     * @param tally counts what is written
     */
    ChangeWriter(Plane source, Plane target, List<ValueRange> ranges, int scale, Region region, ChangeTally tally) {
        this.source = source;
        this.target = target;
        this.ranges = ranges;
        this.scale = scale;
        this.region = region;
        this.tally = tally;
        this.sourceRow = new double[source.width()];
        this.targetRow = new double[target.width()];
    }

    /** Writes the source unchanged. */
    void copy() {
        float[][] nothing = new float[source.channels()][target.width()];
        for (int y = 0; y < target.height(); y++) accept(y, nothing);
    }

    /** Takes a row of the change, in units of the value range. */
    @Override
    public void accept(int y, float[][] change) {
        for (int c = 0; c < change.length; c++) {
            ValueRange range = ranges.get(c);
            source.readRow(c, y / scale, sourceRow);
            for (int x = 0; x < targetRow.length; x++) {
                double before = sourceRow[x / scale];
                boolean finite = Float.isFinite((float) range.toUnit(before));
                if (!finite && y % scale == 0 && x % scale == 0) tally.addNonFinite();
                boolean same = change[c][x] == 0 // -0.0 + 0.0 would be 0.0
                        || !finite
                        || !region.contains(x / scale, y / scale);
                targetRow[x] = same ? before : before + change[c][x] * range.width();
            }
            tally.addSamples(targetRow.length, target.writeRow(c, y, targetRow));
        }
    }
}
