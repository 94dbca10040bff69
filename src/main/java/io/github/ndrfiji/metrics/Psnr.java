package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;

/** Peak signal-to-noise ratio, 10 log10(range² / mean squared error), in dB. */
public final class Psnr {

    private Psnr() {}

    /**
     * The PSNR of two images, over all their channels together; infinite if they are equal.
     *
     * @param range the largest difference that two values can have, such as 255
     * @throws IllegalArgumentException if the images differ in size or the range is not positive
     */
    public static double of(Patch image, Patch reference, double range) {
        return ofMeanSquare(MeanSquare.of(image, reference), range);
    }

    /** The PSNR that belongs to a mean squared error, for images that are compared piece by piece. */
    public static double ofMeanSquare(double meanSquare, double range) {
        Arguments.checkRange(range);
        return 10 * Math.log10(range * range / meanSquare);
    }
}
