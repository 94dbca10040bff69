package io.github.ndrfiji.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ndrfiji.image.Patch;
import org.junit.jupiter.api.Test;

class LumaTest {

    @Test
    void blackWhiteAndPrimariesHaveTheValuesOfTheStandard() {
        // pixels: black, white, red, green, blue
        Patch rgb = new Patch(new float[] {0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1}, 3, 1, 5);
        double[] expected = {16, 235, 81.481, 144.553, 40.966};
        for (int i = 0; i < 5; i++)
            assertEquals(expected[i], 255 * (double) Luma.of(rgb).values()[i], 1e-4);
    }

    @Test
    void otherImagesThanRgbAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Luma.of(Patch.zeros(1, 2, 2)));
    }
}
