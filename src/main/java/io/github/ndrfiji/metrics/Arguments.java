package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;

/** What all metrics ask of their arguments. */
final class Arguments {

    private Arguments() {}

    static void checkSameSize(Patch image, Patch reference) {
        if (image.channels() != reference.channels()
                || image.height() != reference.height()
                || image.width() != reference.width())
            throw new IllegalArgumentException("Only images of one size can be compared, but these are " + text(image)
                    + " and " + text(reference) + "; crop or resize one of them.");
    }

    static void checkRange(double range) {
        if (!(range > 0) || Double.isInfinite(range))
            throw new IllegalArgumentException(
                    "The data range is " + range + ", but must be a positive number, such as 255 for 8-bit images.");
    }

    private static String text(Patch patch) {
        return patch.width() + " x " + patch.height() + " with " + patch.channels()
                + (patch.channels() == 1 ? " channel" : " channels");
    }
}
