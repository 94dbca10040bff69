package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * The image out of focus: each point becomes a disk.
 *
 * @param radius of the disk in pixels
 */
record Defocus(double radius) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        return Kernel.disk(radius).over(clean);
    }
}
