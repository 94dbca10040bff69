package io.github.ndrfiji.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GainAndOffsetTest {

    private static Patch row(float... values) {
        return new Patch(values, 1, 1, values.length);
    }

    @Test
    void anExactLineIsFound() {
        Patch image = row(0, 0.25f, 0.5f, 1);
        GainAndOffset fit = GainAndOffset.fit(image, row(0.1f, 0.6f, 1.1f, 2.1f));
        assertEquals(2, fit.gain(), 1e-6);
        assertEquals(0.1, fit.offset(), 1e-6);
        assertEquals(1.1f, fit.of(image).at(0, 0, 2), 1e-6f);
    }

    /** Points (0, 0), (1, 0), (2, 3): slope 3 / 2, and the line through their mean (1, 1). */
    @Test
    void theSquaresAreLeast() {
        GainAndOffset fit = GainAndOffset.fit(row(0, 1, 2), row(0, 0, 3));
        assertEquals(1.5, fit.gain(), 1e-12);
        assertEquals(-0.5, fit.offset(), 1e-12);
    }

    /** The slope of n points with noise sigma has the deviation sigma / (s sqrt(n)), s that of the values: 1 / sqrt(12). */
    @Test
    void noiseOfTheReferenceAveragesOut() {
        SplittableRandom random = new SplittableRandom(4);
        Patch image = Patch.zeros(1, 100, 100);
        Patch noisy = Patch.zeros(1, 100, 100);
        for (int i = 0; i < 10_000; i++) {
            image.values()[i] = (float) random.nextDouble();
            noisy.values()[i] = (float) (0.3 * image.values()[i] + 0.05 + 0.1 * random.nextGaussian());
        }
        GainAndOffset fit = GainAndOffset.fit(image, noisy);
        assertEquals(0.3, fit.gain(), 4 * 0.1 * Math.sqrt(12) / 100);
        assertEquals(0.05, fit.offset(), 4 * 0.1 * 2 / 100); // sigma / sqrt(n) sqrt(1 + mean² / s²) = 2 sigma / 100
    }

    @Test
    void ofAnImageWithoutContrastOnlyTheMeanCounts() {
        Patch constant = row(0.7f, 0.7f, 0.7f);
        assertEquals(
                0.4f,
                GainAndOffset.fit(constant, row(0.1f, 0.4f, 0.7f)).of(constant).at(0, 0, 0),
                1e-6f);
    }

    @Test
    void contrastIsNeverTurnedAround() {
        GainAndOffset fit = GainAndOffset.fit(row(0, 1, 2), row(2, 1, 0));
        assertEquals(new GainAndOffset(0, 1), fit);
    }

    @Test
    void valuesThatAreNotFiniteDoNotCount() {
        GainAndOffset fit = GainAndOffset.fit(row(0, 1, 2, Float.NaN, 5), row(1, 3, 5, 0, Float.POSITIVE_INFINITY));
        assertEquals(2, fit.gain(), 1e-12);
        assertTrue(Float.isNaN(fit.of(row(Float.NaN)).at(0, 0, 0)));
    }
}
