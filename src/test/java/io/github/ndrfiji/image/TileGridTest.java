package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileGridTest {

    /** Tiles of 16 at the starts 0, 8, 16, 24 along X and 0, 9 along Y, as AxisTilesTest has them. */
    private static final TileGrid GRID = TileGrid.of(40, 25, new Tiling(16, 5, 8));

    /** In a plane of 20 columns a tile lies at 5 places, in one of 18 rows at 3. */
    @ParameterizedTest
    @CsvSource({
        "40, 25, 7, 24, 9", // the same size: the same place
        "90, 80, 6, 16, 9", // larger: the same place
        "20, 18, 0, 0, 0",
        "20, 18, 1, 3, 0", // 8 mod 5
        "20, 18, 3, 4, 0", // 24 mod 5
        "20, 18, 6, 1, 0", // 16 mod 5, 9 mod 3
        "16, 20, 7, 0, 4", // 24 mod 1, 9 mod 5
        "9, 5, 7, 0, 0"
    })
    void aTileOfAnotherPlaneIsTakenAtThePlaceModuloThoseThereAre(int width, int height, int tile, int left, int top) {
        Patch patch = GRID.readAlike(coordinates(width, height), tile, List.of(ValueRange.UNIT));
        assertEquals(16, patch.width());
        assertEquals(16, patch.height());
        assertEquals(left + 100 * top, patch.at(0, 0, 0));
        if (width >= 16 && height >= 16) assertEquals(left + 15 + 100 * (top + 15), patch.at(0, 15, 15));
    }

    @Test
    void aPlaneSmallerThanATileIsMirrored() {
        Patch patch = GRID.readAlike(coordinates(9, 40), 6, List.of(ValueRange.UNIT));
        // Rows from 9 on; columns 0 to 8, then 7 to 1
        assertEquals(8 + 100 * 9, patch.at(0, 0, 8));
        assertEquals(7 + 100 * 9, patch.at(0, 0, 9));
        assertEquals(1 + 100 * 24, patch.at(0, 15, 15));
    }

    @Test
    void aPatchIsJoinedFromItsTiles() {
        Patch whole = coordinates(40, 24).read(0, 0, 40, 24, List.of(ValueRange.UNIT));
        TileGrid grid = TileGrid.of(40, 24, new Tiling(16, 5, 8));
        List<Patch> tiles = IntStream.range(0, grid.count())
                .mapToObj(tile -> grid.read(whole, tile))
                .toList();
        assertEquals(coordinates(40, 24).read(8, 8, 16, 16, List.of(ValueRange.UNIT)), tiles.get(5));
        Patch joined = grid.joined(tiles);
        for (int y = 0; y < 24; y++)
            for (int x = 0; x < 40; x++) assertEquals(whole.at(0, y, x), joined.at(0, y, x), 1e-3);
    }

    @Test
    void tilesThatBecameLargerAreJoinedIntoALargerPatch() {
        TileGrid grid = TileGrid.of(40, 24, new Tiling(16, 5, 8));
        Patch ones = Patch.zeros(2, 32, 32);
        Arrays.fill(ones.values(), 1);
        Patch joined = grid.joined(Collections.nCopies(grid.count(), ones));
        assertEquals(2, joined.channels());
        assertEquals(48, joined.height());
        assertEquals(80, joined.width());
        for (float value : joined.values()) assertEquals(1, value, 1e-6);
    }

    @Test
    void channelsOfOneSizeAreJoined() {
        Patch one = new Patch(new float[] {1, 2}, 1, 1, 2);
        Patch two = new Patch(new float[] {3, 4, 5, 6}, 2, 1, 2);
        assertEquals(new Patch(new float[] {1, 2, 3, 4, 5, 6}, 3, 1, 2), Patch.joined(List.of(one, two)));
        assertThrows(IllegalArgumentException.class, () -> Patch.joined(List.of(one, Patch.zeros(1, 2, 1))));
    }

    private static Plane coordinates(int width, int height) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) values[i] = i % width + 100 * (i / width);
        return Planes.of(ArrayImgs.floats(values, width, height), Planes.NO_CHANNEL_AXIS)
                .plane(0, 0, 1);
    }
}
