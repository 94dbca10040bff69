package io.github.ndrfiji.image;

import java.util.Arrays;

/**
 * Joins the tiles of a plane. Tiles come one after the other, row by row; a row of the plane is given out as soon as no
 * later tile touches it. So only a band as high as a tile is held, in {@code channels * tile height * width} floats.
 * Tiles may be skipped.
 *
 * <p>One use, one thread.
 */
public final class TileBlender {

    /** Takes the finished rows of a plane, from the first to the last. */
    @FunctionalInterface
    public interface RowSink {
        /**
         * Takes one row.
         *
         * @param y the row
         * @param values the blended values, {@code values[channel][x]}; valid during this call only
         */
        void accept(int y, float[][] values);
    }

    private final AxisTiles rows;
    private final AxisTiles columns;
    private final RowSink sink;
    private final float[][][] band; // row y of the plane at y mod the height of the band; then channel, x
    private int tiles;
    private int finished;

    /** Joins the tiles of {@code grid}, whose sides are those of the patches to come. */
    public TileBlender(TileGrid grid, int channels, RowSink sink) {
        this.rows = grid.rows();
        this.columns = grid.columns();
        this.sink = sink;
        this.band = new float[Math.min(rows.size(), rows.length())][channels][columns.length()];
    }

    /**
     * Adds the next tile.
     *
     * @throws IllegalArgumentException if its size is not the grid's
     */
    public void add(Patch tile) {
        if (tile.channels() != band[0].length || tile.height() != rows.size() || tile.width() != columns.size())
            throw new IllegalArgumentException("Expected a tile of " + band[0].length + " channels, " + rows.size()
                    + " rows and " + columns.size() + " columns, not " + tile + ".");
        int row = tiles / columns.count();
        int column = tiles % columns.count();
        finish(rows.start(row));
        accumulate(tile, row, column);
        skipTo(tiles + 1);
    }

    /**
     * Takes the tiles before one, as far as they have not come, as zeros.
     *
     * @param tile number of the tile that comes next, or that of all tiles if none does
     */
    public void skipTo(int tile) {
        tiles = tile;
        if (tiles == rows.count() * columns.count()) finish(rows.length());
    }

    private void accumulate(Patch tile, int row, int column) {
        float[] down = rows.weights(row);
        float[] across = columns.weights(column);
        int left = columns.start(column);
        for (int c = 0; c < tile.channels(); c++)
            for (int y = 0; y < down.length; y++) {
                float[] sum = band[(rows.start(row) + y) % band.length][c];
                int from = (c * tile.height() + y) * tile.width();
                for (int x = 0; x < across.length; x++) sum[left + x] += down[y] * across[x] * tile.values()[from + x];
            }
    }

    /** Gives out the rows above {@code end} and makes their room ready for later ones. */
    private void finish(int end) {
        for (; finished < end; finished++) {
            float[][] row = band[finished % band.length];
            sink.accept(finished, row);
            for (float[] channel : row) Arrays.fill(channel, 0);
        }
    }
}
