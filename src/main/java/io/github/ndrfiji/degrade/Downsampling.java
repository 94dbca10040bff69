package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/** The image as a detector with pixels {@code factor} times as large sees it. */
record Downsampling(int factor) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        if (clean.height() % factor != 0 || clean.width() % factor != 0)
            throw new IllegalArgumentException("An image of " + clean.width() + " x " + clean.height()
                    + " pixels cannot be made " + factor + " times smaller; crop its sides to multiples of " + factor
                    + ".");
        return Resampling.average(clean, factor);
    }
}
