package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * y = (p + n) / peak with p drawn from Poisson(peak x) and n from N(0, read<sup>2</sup>): the mean of y is x, its
 * variance x / peak + (read / peak)<sup>2</sup>. Where x is negative there are no photons and only n is added.
 *
 * @param peak mean number of photons at x = 1
 * @param read standard deviation of the camera's read noise, in photons
 */
record PhotonNoise(double peak, double read) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        float[] noisy = clean.values().clone();
        for (int i = 0; i < noisy.length; i++) {
            double photons = noisy[i] > 0 ? Poisson.draw(peak * noisy[i], random) : peak * noisy[i];
            if (read > 0) photons += read * random.nextGaussian();
            noisy[i] = (float) (photons / peak);
        }
        return new Patch(noisy, clean.channels(), clean.height(), clean.width());
    }
}
