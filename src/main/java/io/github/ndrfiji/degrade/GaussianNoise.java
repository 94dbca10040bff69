package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * y = x + n with n drawn from N(0, sigma<sup>2</sup>), for each value on its own.
 *
 * @param sigma in units of the values
 */
record GaussianNoise(double sigma) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        float[] noisy = clean.values().clone();
        for (int i = 0; i < noisy.length; i++) noisy[i] += (float) (sigma * random.nextGaussian());
        return new Patch(noisy, clean.channels(), clean.height(), clean.width());
    }
}
