package io.github.ndrfiji.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ndrfiji.image.Patch;
import org.junit.jupiter.api.Test;

class PsnrTest {

    private final Patch ramp = new Patch(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, 2, 2, 2);
    private final Patch shifted = new Patch(new float[] {5, 6, 7, 8, 9, 10, 11, 12}, 2, 2, 2);

    @Test
    void anOffsetGivesTheRangeOverTheOffset() {
        assertEquals(20 * Math.log10(255 / 5.0), Psnr.of(shifted, ramp, 255), 1e-12);
        assertEquals(20 * Math.log10(100 / 5.0), Psnr.of(ramp, shifted, 100), 1e-12);
    }

    @Test
    void equalImagesHaveInfinitePsnr() {
        assertEquals(Double.POSITIVE_INFINITY, Psnr.of(ramp, ramp, 1));
    }

    @Test
    void theErrorIsTheMeanOverAllChannels() {
        Patch one = new Patch(new float[] {0, 0, 0, 4}, 2, 1, 2);
        assertEquals(4, MeanSquare.of(one, Patch.zeros(2, 1, 2)));
        assertEquals(20 * Math.log10(1 / 2.0), Psnr.of(one, Patch.zeros(2, 1, 2), 1), 1e-12);
    }

    @Test
    void otherSizesAndRangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Psnr.of(ramp, Patch.zeros(1, 2, 4), 1));
        for (double range : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
            assertThrows(IllegalArgumentException.class, () -> Psnr.of(ramp, shifted, range));
    }
}
