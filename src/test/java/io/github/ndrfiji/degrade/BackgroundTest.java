package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Closed forms for a cubic B-spline B with knots of variance v: the integrals of B^2 and B'^2 are 151/315 and 2/3. */
class BackgroundTest {

    private static final int SIDE = 1000;
    private static final double STRENGTH = 0.3;

    private static float[] field(double size, long seed) {
        return new Background(STRENGTH, size)
                .apply(Patch.zeros(1, SIDE, SIDE), new SplittableRandom(seed))
                .values();
    }

    /** 62 500 knots: four standard errors of their mean. That of the variance is below 1.2 %: eight knots count as one. */
    @Test
    void hasItsMeanAndVarianceAndIsPositive() {
        float[] field = field(4, 3);
        assertEquals(STRENGTH, Patches.mean(field), 4 * STRENGTH / (SIDE / 4.0));
        double variance = STRENGTH * STRENGTH * 151 / 315 * 151 / 315;
        assertEquals(variance, Patches.variance(field), 0.05 * variance);
        for (float value : field) assertTrue(value > 0);
    }

    /** From pixel to pixel, the mean square step is strength^2 (2/3) (151/315) / size^2, here with 2 500 knots. */
    @Test
    void isAsSmoothAsItsSize() {
        double size = 20;
        float[] field = field(size, 4);
        double across = 0;
        double down = 0;
        for (int y = 1; y < SIDE; y++)
            for (int x = 1; x < SIDE; x++) {
                int i = y * SIDE + x;
                across += Math.pow(field[i] - field[i - 1], 2) / (SIDE - 1) / (SIDE - 1);
                down += Math.pow(field[i] - field[i - SIDE], 2) / (SIDE - 1) / (SIDE - 1);
            }
        double expected = STRENGTH * STRENGTH * 2 / 3 * 151 / 315 / size / size;
        assertEquals(expected, across, 0.2 * expected);
        assertEquals(expected, down, 0.2 * expected);
    }

    @Test
    void isAddedToEachChannelByItself() {
        Background background = new Background(STRENGTH, 10);
        Patch clean = Patches.textured(30, 40);
        Patch added = background.apply(Patch.zeros(3, 30, 40), new SplittableRandom(5));
        Patch lit = background.apply(clean, new SplittableRandom(5));
        for (int i = 0; i < lit.values().length; i++)
            assertEquals(clean.values()[i] + added.values()[i], lit.values()[i], 1e-6f);
        assertTrue(!added.channel(0).equals(added.channel(1)));
    }
}
