package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RainTest {

    private final SplittableRandom random = new SplittableRandom(5);

    private static Rain rain(double strength, double angle, double screen) {
        return new Rain(strength, angle, 25, 1.5, 0.5, 1, screen);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1.5, 0.3", "0.5, 1.5, 0.3", "1, 1.5, 0.3", "0.5, 1, 0.7", "0.5, 3, 0.7"})
    void rootMeanSquareIsTheStrength(double strength, double width, double brightness) {
        float[] layer = new Rain(strength, 10, 25, width, brightness, 1, 0)
                .apply(Patch.zeros(1, 600, 600), random)
                .values();
        double expected = Rain.RMS_AT_FULL_STRENGTH * strength;
        assertEquals(expected, Math.sqrt(Patches.meanSquare(layer)), 0.05 * expected);
    }

    /**
     * A layer's own tilt deviates by 3 degrees (standard deviation), the mean of 20 layers by 3 / sqrt(20). The streaks
     * are wide, since differences of pixels lean fine ones towards the diagonal.
     */
    @ParameterizedTest
    @ValueSource(doubles = {-60, -20, 0, 35})
    void streaksLeanByTheirAngle(double angle) {
        double sum = 0;
        for (int i = 0; i < 20; i++)
            sum += lean(new Rain(0.5, angle, 60, 6, 0.5, 1, 0).apply(Patch.zeros(1, 200, 200), random));
        assertEquals(angle, sum / 20, 4 * 3 / Math.sqrt(20));
    }

    /** The gradient of a streak stands across it: the main axis of the structure tensor is its direction. */
    private static double lean(Patch layer) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int y = 1; y < layer.height() - 1; y++)
            for (int x = 1; x < layer.width() - 1; x++) {
                double dx = layer.at(0, y, x + 1) - layer.at(0, y, x - 1);
                double dy = layer.at(0, y + 1, x) - layer.at(0, y - 1, x);
                xx += dx * dx;
                xy += dx * dy;
                yy += dy * dy;
            }
        return Math.toDegrees(0.5 * Math.atan2(2 * xy, xx - yy));
    }

    @Test
    void onlyBrightensAndAllChannelsAlike() {
        Patch clean = Patches.constant(3, 64, 64, 0.3f);
        float[] rainy = rain(1, 20, 0.5).apply(clean, random).values();
        float[] red = Arrays.copyOfRange(rainy, 0, 64 * 64);
        for (float value : red) assertTrue(value >= 0.3f);
        assertTrue(Patches.mean(red) > 0.3);
        assertArrayEquals(red, Arrays.copyOfRange(rainy, 64 * 64, 2 * 64 * 64));
        assertArrayEquals(red, Arrays.copyOfRange(rainy, 2 * 64 * 64, 3 * 64 * 64));
    }

    @Test
    void screenedStreaksVanishOnWhite() {
        Patch white = Patches.constant(1, 64, 64, 1);
        assertEquals(white, rain(1, 20, 1).apply(white, random));
    }

    @Test
    void withoutStrengthThereIsNoRain() {
        Patch clean = Patches.textured(32, 32);
        assertEquals(clean, rain(0, 20, 0).apply(clean, random));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-90, 90})
    void mayFallSideways(double angle) {
        float[] layer =
                rain(0.5, angle, 0).apply(Patch.zeros(1, 400, 400), random).values();
        assertEquals(
                0.5 * Rain.RMS_AT_FULL_STRENGTH,
                Math.sqrt(Patches.meanSquare(layer)),
                0.05 * Rain.RMS_AT_FULL_STRENGTH);
    }
}
