package io.github.ndrfiji.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Compares numbers that different kernels of the engine computed. */
final class Closeness {

    private Closeness() {}

    /** @param tolerance largest difference, as a share of the largest expected magnitude */
    static void assertClose(float[] expected, float[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        double largest = 0, difference = 0;
        for (int i = 0; i < expected.length; i++) {
            assertTrue(Float.isFinite(actual[i]), "number " + i + " is " + actual[i]);
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        assertTrue(difference <= tolerance * largest, "differs by " + difference + " of " + largest);
    }
}
