package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxisTilesTest {

    @Test
    void weightsOfAllTilesSumToOneAtEveryPixel() {
        for (int overlap : new int[] {0, 1, 4, 8, 15})
            for (int length = 1; length <= 130; length++)
                for (int scale = 1; scale <= 2; scale++) {
                    AxisTiles tiles =
                            AxisTiles.of(length, new Tiling(16, overlap, 8)).times(scale);
                    double[] sum = new double[length * scale];
                    for (int t = 0; t < tiles.count(); t++)
                        for (int k = 0; k < tiles.weights(t).length; k++) {
                            assertTrue(tiles.weights(t)[k] > 0);
                            sum[tiles.start(t) + k] += tiles.weights(t)[k];
                        }
                    for (double s : sum) assertEquals(1, s, 4 * Math.ulp(1f), "length " + length + ", " + overlap);
                }
    }

    @Test
    void tilesOfALongAxisAreFlushWithItsEndsAndOverlapEnough() {
        for (int overlap : new int[] {0, 1, 4, 8, 15})
            for (int length = 17; length <= 130; length++) {
                AxisTiles tiles = AxisTiles.of(length, new Tiling(16, overlap, 8));
                assertEquals(16, tiles.size());
                assertEquals(0, tiles.start(0));
                assertEquals(length, tiles.start(tiles.count() - 1) + 16);
                for (int t = 1; t < tiles.count(); t++) {
                    int shared = tiles.start(t - 1) + 16 - tiles.start(t);
                    assertTrue(shared >= overlap && shared < 16, "length " + length + ": " + shared);
                }
                // one tile fewer could not do it
                assertTrue(16 + (tiles.count() - 2) * (16 - overlap) < length);
            }
    }

    @Test
    void anAxisThatFitsGetsOneTileUpToTheNextMultiple() {
        int[] sizes = IntStream.of(1, 7, 8, 9, 15, 16)
                .map(length -> AxisTiles.of(length, new Tiling(16, 4, 8)).size())
                .toArray();
        assertArrayEquals(new int[] {8, 8, 8, 16, 16, 16}, sizes);
        AxisTiles one = AxisTiles.of(9, new Tiling(16, 4, 8));
        assertEquals(1, one.count());
        assertArrayEquals(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, one.weights(0));
    }

    @Test
    void whereTilesOverlapAsAskedTheWeightFallsLinearly() {
        AxisTiles tiles = AxisTiles.of(13, new Tiling(8, 3, 8)); // two tiles, which share pixels 5 to 7
        assertArrayEquals(new float[] {1, 1, 1, 1, 1, 5 / 6f, 3 / 6f, 1 / 6f}, tiles.weights(0));
        assertArrayEquals(new float[] {1 / 6f, 3 / 6f, 5 / 6f, 1, 1, 1, 1, 1}, tiles.weights(1));
    }

    @Test
    void scaledTilesAreTheSameTilesOfAFinerAxis() {
        AxisTiles tiles = AxisTiles.of(30, new Tiling(16, 4, 8));
        AxisTiles fine = tiles.times(2);
        assertEquals(60, fine.length());
        assertEquals(32, fine.size());
        assertEquals(tiles.count(), fine.count());
        for (int t = 0; t < tiles.count(); t++) assertEquals(2 * tiles.start(t), fine.start(t));
    }

    @Test
    void bordersAreWhereTilesBeginOrEnd() {
        boolean[] borders = AxisTiles.of(13, new Tiling(8, 3, 8)).borders();
        assertArrayEquals(
                new int[] {5, 8}, IntStream.range(0, 13).filter(i -> borders[i]).toArray());
    }

    @Test
    void tilingsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tiling(12, 4, 8));
        assertThrows(IllegalArgumentException.class, () -> new Tiling(0, 0, 8));
        assertThrows(IllegalArgumentException.class, () -> new Tiling(16, 16, 8));
        assertThrows(IllegalArgumentException.class, () -> new Tiling(16, -1, 8));
    }
}
