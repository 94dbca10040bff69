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

    /** Pixels of each tile. */
    public long pixels() {
        return (long) rows.size() * columns.size();
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

    /** Takes a tile out of a patch of the planes' size, whose sides are such that no tile reaches beyond it. */
    public Patch read(Patch plane, int tile) {
        return plane.part(
                columns.start(tile % columns.count()), rows.start(tile / columns.count()), columns.size(), rows.size());
    }

    /**
     * Joins patches into one, as a {@link TileBlender} does.
     *
     * @param tiles one for each tile, with the same whole multiple of its sides
     */
    public Patch joined(List<Patch> tiles) {
        Patch first = tiles.get(0);
        TileGrid grid = times(first.height() / rows.size());
        Patch whole = Patch.zeros(first.channels(), grid.rows.length(), grid.columns.length());
        TileBlender blender = new TileBlender(grid, first.channels(), whole::setRow);
        tiles.forEach(blender::add);
        return whole;
    }

    /**
     * Reads from a plane of any size a patch that goes with a tile: the one at the tile's place, if it lies in that plane;
     * else, along each axis, at the place modulo the number of those where one does. Where that plane is smaller than a
     * tile it is read from its beginning, and continued as by {@link Plane#read}.
     */
    public Patch readAlike(Plane other, int tile, List<ValueRange> ranges) {
        return other.read(
                alike(columns.start(tile % columns.count()), columns.size(), other.width()),
                alike(rows.start(tile / columns.count()), rows.size(), other.height()),
                columns.size(),
                rows.size(),
                ranges);
    }

    private static int alike(int start, int size, int length) {
        return start % (Math.max(length - size, 0) + 1);
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
