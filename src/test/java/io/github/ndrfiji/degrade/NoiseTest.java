package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.image.Patch;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tolerances are four standard errors: of a mean sqrt(v / n), of a variance v sqrt((2 + k) / n), k the excess kurtosis.
 */
class NoiseTest {

    private static final int N = 256 * 256;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void gaussianNoiseHasItsVarianceAndNoMean() {
        double sigma = 25 / 255.0;
        float[] noise =
                new GaussianNoise(sigma).apply(Patch.zeros(1, 256, 256), random).values();
        assertEquals(0, Patches.mean(noise), 4 * sigma / Math.sqrt(N));
        assertEquals(sigma * sigma, Patches.variance(noise), 4 * sigma * sigma * Math.sqrt(2.0 / N));
    }

    /** Below a mean of 10 photons events are counted, above drawn by rejection: both must lie on one line. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.24, 0.26, 0.5, 1, 20, 10_000})
    void photonNoiseLiesOnTheVarianceToMeanLine(double x) {
        double peak = 40;
        double read = 1.5;
        float[] noisy = new PhotonNoise(peak, read)
                .apply(Patches.constant(1, 256, 256, (float) x), random)
                .values();
        double variance = x / peak + read * read / (peak * peak);
        double kurtosis = 1 / (peak * x);
        assertEquals(x, Patches.mean(noisy), 4 * Math.sqrt(variance / N));
        assertEquals(variance, Patches.variance(noisy), 4 * variance * Math.sqrt((2 + kurtosis) / N));
    }

    /** P(k) = e^-m m^k / k!, each within four standard errors. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 12, 45})
    void photonsFollowThePoissonDistribution(double mean) {
        int[] counts = new int[200];
        for (int i = 0; i < N; i++) counts[(int) Poisson.draw(mean, random)]++;
        double probability = Math.exp(-mean);
        for (int k = 0; k < counts.length; k++) {
            assertEquals(N * probability, counts[k], 4 * Math.sqrt(N * probability) + 1, k + " photons");
            probability *= mean / (k + 1);
        }
    }

    @Test
    void withoutLightThereAreNoPhotons() {
        Patch dark = new Patch(new float[] {0, -0.25f}, 1, 1, 2);
        assertEquals(dark, new PhotonNoise(40, 0).apply(dark, random));
    }
}
