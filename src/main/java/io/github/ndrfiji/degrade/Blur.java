package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * Gaussian blur, which is close to that of a microscope in focus; unlike a disk it turns no contrast around.
 *
 * @param sigma standard deviation in pixels
 */
record Blur(double sigma) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        Kernel row = Kernel.gaussian(sigma);
        return row.transposed().over(row.over(clean));
    }
}
