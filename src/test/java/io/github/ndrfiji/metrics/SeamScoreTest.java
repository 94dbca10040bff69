package io.github.ndrfiji.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileGrid;
import io.github.ndrfiji.image.Tiling;
import org.junit.jupiter.api.Test;

class SeamScoreTest {

    private static final int SIDE = 32;
    private final TileGrid grid = TileGrid.of(SIDE, SIDE, new Tiling(16, 0, 8)); // borders at 16

    @Test
    void anEvenSlopeScoresOne() {
        assertEquals(1, SeamScore.of(image(0), grid), 1e-6);
    }

    @Test
    void aStepAtTheBordersScoresItsSteepness() {
        // every difference is 1, and 1 + 4 at the borders
        assertEquals(5, SeamScore.of(image(4), grid), 1e-6);
    }

    @Test
    void constantImagesAndImagesOfOneTileScoreOne() {
        assertEquals(1, SeamScore.of(Patch.zeros(1, SIDE, SIDE), grid));
        assertEquals(1, SeamScore.of(image(4), TileGrid.of(SIDE, SIDE, new Tiling(32, 0, 8))));
    }

    @Test
    void aSeamInAFlatImageIsInfinite() {
        Patch image = Patch.zeros(1, SIDE, SIDE);
        for (int i = SIDE * SIDE / 2; i < SIDE * SIDE; i++) image.values()[i] = 1;
        assertEquals(Double.POSITIVE_INFINITY, SeamScore.of(image, grid));
    }

    private static Patch image(float step) {
        Patch image = Patch.zeros(1, SIDE, SIDE);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                image.values()[y * SIDE + x] = x + y + step * ((x < 16 ? 0 : 1) + (y < 16 ? 0 : 1));
        return image;
    }
}
