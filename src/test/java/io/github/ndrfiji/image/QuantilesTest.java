package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void equalThoseOfTheSortedValues() {
        Random random = new Random(1);
        for (int n : new int[] {1, 2, 3, 1000, 20_001}) {
            float[] values = new float[n];
            for (int i = 0; i < n; i++)
                values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15));
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            float[] expected = {
                sorted[0],
                sorted[(int) Math.floor(0.1 * (n - 1))],
                sorted[(int) Math.ceil(0.7 * (n - 1))],
                sorted[n - 1]
            };
            assertArrayEquals(expected, quantiles(values, 0, 0.1, 0.7, 1), n + " values");
        }
    }

    @Test
    void anOutlierCostsNoPrecision() {
        float[] values = {0.25f, 0.5f, 0.75f, 1, Float.MAX_VALUE};
        assertArrayEquals(new float[] {0.25f, 1}, quantiles(values, 0, 0.75));
    }

    @Test
    void valuesThatAreNotFiniteAreLeftOut() {
        float[] values = {Float.NaN, -1, Float.POSITIVE_INFINITY, 1, Float.NEGATIVE_INFINITY};
        assertArrayEquals(new float[] {-1, 1}, quantiles(values, 0, 1));
        assertEquals(0, quantiles(new float[] {Float.NaN}, 0, 1).length);
    }

    private static float[] quantiles(float[] values, double... fractions) {
        return Quantiles.of(
                sink -> {
                    for (float value : values) sink.accept(value);
                },
                fractions);
    }
}
