package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfFloatTest {

    /** Examples of IEEE 754-2019 binary16: the extremes of each range. */
    @Test
    void knownNumbersHaveKnownBits() {
        assertEquals(0x3c00, HalfFloat.fromFloat(1f));
        assertEquals((short) 0xc000, HalfFloat.fromFloat(-2f));
        assertEquals(0x7bff, HalfFloat.fromFloat(65504f));
        assertEquals(0x0400, HalfFloat.fromFloat(0x1p-14f));
        assertEquals(0x0001, HalfFloat.fromFloat(0x1p-24f));
        assertEquals((short) 0x8000, HalfFloat.fromFloat(-0f));
    }

    @Test
    void everyFiniteHalfComesBack() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfFloat.toFloat((short) bits);
            if (Float.isFinite(value)) assertEquals((short) bits, HalfFloat.fromFloat(value));
        }
    }

    /** By definition: no neighbour is nearer, and of two that are equally near the even one is taken. */
    @Test
    void roundsToTheNearestAndTiesToEven() {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            int lower = random.nextInt(0x7bff);
            float below = HalfFloat.toFloat((short) lower);
            float above = HalfFloat.toFloat((short) (lower + 1));
            float middle = (below + above) / 2; // exact: one more bit
            assertEquals((short) (lower + lower % 2), HalfFloat.fromFloat(middle));
            assertEquals((short) lower, HalfFloat.fromFloat(Math.nextDown(middle)));
            assertEquals((short) (lower + 1), HalfFloat.fromFloat(Math.nextUp(middle)));
        }
    }

    @Test
    void brainFloatsAreTheUpperHalfOfFloats() {
        assertEquals(1f, HalfFloat.brainToFloat((short) 0x3f80));
        assertEquals(-3.140625f, HalfFloat.brainToFloat((short) 0xc049));
    }
}
