package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;

/**
 * How far away every pixel of a scene is: 0 near, 1 far.
 *
 * @param values one channel
 */
public record Depth(Patch values) {

    public Depth {
        if (values.channels() != 1)
            throw new IllegalArgumentException(
                    "Depths have one channel, but these have " + values.channels() + "; give a gray image.");
    }

    /**
     * The depths in an image, bright being far: its values as they are if all lie in [0, 1], else stretched so that its
     * smallest value becomes 0 and its largest 1. Make them of a whole image before cutting it.
     *
     * @param image one channel, all values finite
     * @throws IllegalArgumentException if it has several channels or values that are not finite
     */
    public static Depth of(Patch image) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : image.values()) {
            if (!Float.isFinite(value))
                throw new IllegalArgumentException("A depth image must not hold " + value
                        + "; give pixels of unknown depth that of the farthest.");
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        if (min >= 0 && max <= 1) return new Depth(image);
        if (min == max)
            throw new IllegalArgumentException("All values of the depth image are " + min
                    + "; they must differ, or lie between 0 (near) and 1 (far).");
        float[] depths = image.values().clone();
        for (int i = 0; i < depths.length; i++) depths[i] = (depths[i] - min) / (max - min);
        return new Depth(new Patch(depths, image.channels(), image.height(), image.width()));
    }

    /** @throws IllegalArgumentException if the depths are those of a scene of another size */
    void requireSizeOf(Patch scene) {
        if (values.height() != scene.height() || values.width() != scene.width())
            throw new IllegalArgumentException("The depth image has " + values.width() + " x " + values.height()
                    + " pixels, but the image has " + scene.width() + " x " + scene.height()
                    + "; both must be equal, and haze must come before what makes images smaller.");
    }
}
