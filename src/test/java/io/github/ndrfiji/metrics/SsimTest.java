package io.github.ndrfiji.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ndrfiji.image.Patch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SsimTest {

    /** ((7 x + 13 y) mod 32) / 32 and ((5 x + 11 y) mod 32) / 32 on 30 columns and 20 rows, and their mean. */
    private final float[] a = pattern(7, 13);

    private final float[] b = pattern(5, 11);
    private final float[] mean = new float[a.length];

    SsimTest() {
        for (int i = 0; i < mean.length; i++) mean[i] = (a[i] + b[i]) / 2;
    }

    /**
     * scikit-image 0.26.0: {@code structural_similarity(a, b, gaussian_weights=True, sigma=1.5,
     * use_sample_covariance=False, data_range=1.0)}, for three channels with {@code channel_axis=0}.
     */
    @Test
    void equalsScikitImage() {
        assertEquals(0.022255767127664257, Ssim.of(gray(a), gray(b), 1), 1e-12);
        assertEquals(0.660212971230572, Ssim.of(gray(a), gray(mean), 1), 1e-12);
        assertEquals(0.56106146939058, Ssim.of(stack(a, b, mean), stack(b, mean, mean), 1), 1e-12);
    }

    @Test
    void anImageIsEqualToItself() {
        assertEquals(1, Ssim.of(gray(a), gray(a), 1), 1e-12);
    }

    @Test
    void constantImagesAreComparedByTheirMeansAlone() {
        // Eq. (13) without variances: (2 * 50 * 100 + C1) / (50² + 100² + C1) with C1 = (0.01 * 255)²
        double c1 = 2.55 * 2.55;
        double expected = (10_000 + c1) / (12_500 + c1);
        assertEquals(expected, Ssim.of(constant(50), constant(100), 255), 1e-9);
    }

    @Test
    void imagesSmallerThanTheWindowOrOfTwoSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Ssim.of(Patch.zeros(1, 10, 30), Patch.zeros(1, 10, 30), 1));
        assertThrows(IllegalArgumentException.class, () -> Ssim.of(Patch.zeros(1, 30, 10), Patch.zeros(1, 30, 10), 1));
        assertThrows(IllegalArgumentException.class, () -> Ssim.of(Patch.zeros(1, 30, 20), Patch.zeros(1, 20, 30), 1));
        assertThrows(IllegalArgumentException.class, () -> Ssim.of(gray(a), gray(b), 0));
    }

    private static float[] pattern(int perColumn, int perRow) {
        float[] values = new float[20 * 30];
        for (int i = 0; i < values.length; i++) values[i] = (i % 30 * perColumn + i / 30 * perRow) % 32 / 32f;
        return values;
    }

    private static Patch gray(float[] values) {
        return new Patch(values, 1, 20, 30);
    }

    private static Patch stack(float[]... channels) {
        float[] values = new float[channels.length * 600];
        for (int c = 0; c < channels.length; c++) System.arraycopy(channels[c], 0, values, c * 600, 600);
        return new Patch(values, channels.length, 20, 30);
    }

    private static Patch constant(float value) {
        float[] values = new float[600];
        Arrays.fill(values, value);
        return gray(values);
    }
}
