package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * The image as a detector with pixels {@code factor} times as large sees it, enlarged to the same size again.
 */
record LowResolution(int factor) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        Patch small = Resampling.average(clean, factor);
        return Resampling.bicubic(small, clean.height(), clean.width(), 1.0 / factor, 1.0 / factor);
    }
}
