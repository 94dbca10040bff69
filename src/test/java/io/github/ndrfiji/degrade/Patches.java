package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.Arrays;

/** Patches and their statistics for tests. */
final class Patches {

    private Patches() {}

    static Patch constant(int channels, int height, int width, float value) {
        Patch patch = Patch.zeros(channels, height, width);
        Arrays.fill(patch.values(), value);
        return patch;
    }

    /** Three channels with values from 0 to 1 that differ from pixel to pixel. */
    static Patch textured(int height, int width) {
        Patch patch = Patch.zeros(3, height, width);
        for (int i = 0; i < patch.values().length; i++) patch.values()[i] = (i * 37 % 256) / 255f;
        return patch;
    }

    static double mean(float[] values) {
        double sum = 0;
        for (float value : values) sum += value;
        return sum / values.length;
    }

    static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) sum += (double) value * value;
        return sum / values.length;
    }

    static double variance(float[] values) {
        double mean = mean(values);
        return meanSquare(values) - mean * mean;
    }
}
