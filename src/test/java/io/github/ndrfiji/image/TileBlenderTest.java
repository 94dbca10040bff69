package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileBlenderTest {

    @ParameterizedTest
    @CsvSource({"1,1", "1,40", "40,1", "5,7", "16,16", "17,16", "37,61", "64,15"})
    void tilesOfAPlaneJoinToThePlane(int width, int height) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) values[i] = i % 101;
        Plane plane = Planes.of(ArrayImgs.floats(values, width, height), -1).plane(0, 0, 1);
        TileGrid grid = TileGrid.of(width, height, new Tiling(16, 5, 8));

        float[] joined = new float[values.length];
        int[] next = {0};
        TileBlender blender = new TileBlender(grid, 1, (y, row) -> {
            assertEquals(next[0]++, y);
            System.arraycopy(row[0], 0, joined, y * width, width);
        });
        for (int i = 0; i < grid.count(); i++) blender.add(grid.read(plane, i, List.of(ValueRange.UNIT)));

        assertEquals(height, next[0]);
        for (int i = 0; i < values.length; i++) assertEquals(values[i], joined[i], 101 * 4 * Math.ulp(1f));
    }

    @Test
    void aTileCountsByTheProductOfItsWeights() {
        // 13 pixels: two tiles of 8, the first with the weights 5/6, 3/6, 1/6 at the pixels 5 to 7
        TileGrid grid = TileGrid.of(13, 13, new Tiling(8, 3, 8));
        float[][] joined = new float[13][];
        TileBlender blender = new TileBlender(grid, 1, (y, row) -> joined[y] = row[0].clone());
        Patch one = Patch.zeros(1, 8, 8);
        Arrays.fill(one.values(), 1);
        blender.add(one);
        for (int i = 1; i < 4; i++) blender.add(Patch.zeros(1, 8, 8));
        float[] fall = {1, 1, 1, 1, 1, 5 / 6f, 3 / 6f, 1 / 6f, 0, 0, 0, 0, 0};
        for (int y = 0; y < 13; y++) for (int x = 0; x < 13; x++) assertEquals(fall[y] * fall[x], joined[y][x]);
    }

    @Test
    void skippedTilesCountAsZeros() {
        Patch one = Patch.zeros(1, 8, 8);
        Arrays.fill(one.values(), 1);
        for (int only = 0; only < 16; only++) {
            float[][][] joined = new float[2][29][];
            TileGrid grid = TileGrid.of(29, 29, new Tiling(8, 1, 8)); // 4 x 4 tiles
            TileBlender zeros = new TileBlender(grid, 1, (y, row) -> joined[0][y] = row[0].clone());
            for (int i = 0; i < 16; i++) zeros.add(i == only ? one : Patch.zeros(1, 8, 8));
            TileBlender skipped = new TileBlender(grid, 1, (y, row) -> joined[1][y] = row[0].clone());
            skipped.skipTo(only);
            skipped.add(one);
            skipped.skipTo(16);
            assertArrayEquals(joined[0], joined[1]);
            assertEquals(1, joined[1][only / 4 * 7 + 3][only % 4 * 7 + 3]); // the middle of the tile
        }
    }

    @Test
    void rowsAreGivenOutAsSoonAsNoLaterTileTouchesThem() {
        TileGrid grid = TileGrid.of(16, 100, new Tiling(16, 4, 8));
        int[] given = {0};
        TileBlender blender = new TileBlender(grid, 1, (y, row) -> given[0]++);
        for (int i = 0; i < grid.count(); i++) {
            blender.add(Patch.zeros(1, 16, 16));
            int expected = i == grid.count() - 1 ? 100 : grid.rows().start(i);
            assertEquals(expected, given[0]);
        }
        assertTrue(grid.count() > 5);
    }

    @Test
    void finerTilesJoinToAFinerPlane() {
        TileGrid grid = TileGrid.of(5, 20, new Tiling(16, 4, 8)).times(2);
        int[] rows = {0};
        TileBlender blender = new TileBlender(grid, 2, (y, row) -> {
            rows[0]++;
            for (float[] channel : row) {
                assertEquals(10, channel.length);
                for (float value : channel) assertEquals(3, value, 1e-6);
            }
        });
        Patch three = Patch.zeros(2, 32, 16);
        Arrays.fill(three.values(), 3);
        for (int i = 0; i < grid.count(); i++) blender.add(three);
        assertEquals(40, rows[0]);
    }

    @Test
    void aPlaneOfMoreThanTwoBillionPixelsHasItsTiles() {
        int side = 70_000;
        RandomAccessibleInterval<DoubleType> image = Views.interval(
                new FunctionRandomAccessible<>(
                        2,
                        (at, value) -> value.set(at.getLongPosition(0) + 1e-5 * at.getLongPosition(1)),
                        DoubleType::new),
                FinalInterval.createMinSize(0, 0, side, side));
        TileGrid grid = TileGrid.of(side, side, new Tiling(256, 32, 8));
        assertEquals(313 * 313, grid.count()); // 1 + (70000 - 256) / (256 - 32), rounded up
        Patch last = grid.read(Planes.of(image, -1).plane(0, 0, 1), grid.count() - 1, List.of(ValueRange.UNIT));
        assertEquals(69_999.69999f, last.at(0, 255, 255));
    }

    @Test
    void aTileOfAnotherSizeIsRefused() {
        TileBlender blender = new TileBlender(TileGrid.of(16, 16, new Tiling(16, 4, 8)), 1, (y, row) -> {});
        assertThrows(IllegalArgumentException.class, () -> blender.add(Patch.zeros(1, 8, 16)));
        assertThrows(IllegalArgumentException.class, () -> blender.add(Patch.zeros(2, 16, 16)));
    }
}
