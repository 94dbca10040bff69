package io.github.ndrfiji.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @Test
    void anImageDependsOnItsNumberAlone() {
        Cells cells = new Cells(3, 64, 2);

        assertEquals(cells.read(1), new Cells(3, 64, 2).read(1));
        assertNotEquals(cells.read(0), cells.read(1));
        assertEquals(cells.read(0).channel(0), cells.read(0).channel(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 200})
    void everySizeHasSpotsOnAGroundOfOneTenth(int side) {
        Patch image = new Cells(1, side, 1).read(0);

        float brightest = 0;
        for (float value : image.values()) {
            assertTrue(value >= 0.1f, "" + value);
            brightest = Math.max(brightest, value);
        }
        assertTrue(brightest > 0.15f, "" + brightest);
    }
}
