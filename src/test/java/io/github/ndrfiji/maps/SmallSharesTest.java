package io.github.ndrfiji.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileBlender.RowSink;
import org.junit.jupiter.api.Test;

class SmallSharesTest {

    /** A plane of 5 x 3 pixels in squares of 2: those at its right and lower edge have fewer pixels. */
    @Test
    void everyPixelIsTheMeanOfASquareOfTheFirstPlaneAndGroup() {
        SmallShares small = new SmallShares(2, 5, 3, 3);
        RowSink first = small.begin(0, 0);
        for (int y = 0; y < 3; y++) {
            float[] share = new float[5];
            for (int x = 0; x < 5; x++) share[x] = (x + 5 * y) / 16f;
            first.accept(y, new float[][] {share, rest(share)});
        }
        for (int other = 0; other < 2; other++)
            small.begin(other, 1 - other).accept(0, new float[][] {new float[5], rest(new float[5])});

        assertEquals(2, small.factor());
        Patch shares = small.shares();
        assertArrayEquals(new int[] {2, 2, 3}, new int[] {shares.channels(), shares.height(), shares.width()});
        double[] expected = {3, 5, 6.5, 10.5, 12.5, 14}; // sixteenths, such as (0 + 1 + 5 + 6) / 4
        for (int i = 0; i < 6; i++) {
            assertEquals(expected[i] / 16, shares.values()[i], 1e-6);
            assertEquals(1, shares.values()[i] + shares.values()[6 + i], 1e-6);
        }
        assertArrayEquals(new int[] {2, 2, 2, 1, 1, 1}, small.dominant());
    }

    @Test
    void aSmallImageStaysAsItIs() {
        assertEquals(1, new SmallShares(2, 400, 300, 400).factor());
        assertEquals(2, new SmallShares(2, 300, 401, 400).factor());
    }

    private static float[] rest(float[] share) {
        float[] rest = new float[share.length];
        for (int x = 0; x < rest.length; x++) rest[x] = 1 - share[x];
        return rest;
    }
}
