package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * Even motion while the image was taken: each point becomes a line.
 *
 * @param length of the line in pixels
 * @param angle in degrees, counter-clockwise: 0 along the rows, 90 along the columns
 */
record Motion(double length, double angle) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        return Kernel.line(length, angle).over(clean);
    }
}
