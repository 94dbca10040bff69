package io.github.ndrfiji.image;

import java.util.List;
import java.util.stream.IntStream;

/** The tiles of a plane, numbered row by row. Immutable. */
public final class TileGrid {

    private final AxisTiles rows;
    private final AxisTiles columns;

    private TileGrid(AxisTiles rows, AxisTiles columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** The tiles of planes of that size. */
    public static TileGrid of(int width, int height, Tiling tiling) {
        return new TileGrid(AxisTiles.of(height, tiling), AxisTiles.of(width, tiling));
    }

    /** The same tiles where each pixel has become {@code factor} times {@code factor} pixels. */
    public TileGrid times(int factor) {
        return factor == 1 ? this : new TileGrid(rows.times(factor), columns.times(factor));
    }

    /** Number of tiles. */
    public int count() {
        return Math.multiplyExact(rows.count(), columns.count());
    }

    /** The numbers of the tiles that have a pixel in the rectangle of a region, in order. */
    public List<Integer> touching(Region region) {
        return IntStream.range(0, count())
                .filter(tile -> columns.touch(tile % columns.count(), region.x(), region.width())
                        && rows.touch(tile / columns.count(), region.y(), region.height()))
                .boxed()
                .toList();
    }

    /** Reads a tile of a plane, as {@link Plane#read}. */
    public Patch read(Plane plane, int tile, List<ValueRange> ranges) {
        return plane.read(
                columns.start(tile % columns.count()),
                rows.start(tile / columns.count()),
                columns.size(),
                rows.size(),
                ranges);
    }

    /** For each row of a plane, whether a tile begins or ends between it and the row above. */
    public boolean[] rowBorders() {
        return rows.borders();
    }

    /** For each column of a plane, whether a tile begins or ends between it and the column to its left. */
    public boolean[] columnBorders() {
        return columns.borders();
    }

    /** The tiles along Y. */
    AxisTiles rows() {
        return rows;
    }

    /** The tiles along X. */
    AxisTiles columns() {
        return columns;
    }
}
