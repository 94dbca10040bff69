package io.github.ndrfiji.cli;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Where an image is not, bit for bit, what it should be: its size, type, calibration and pixels. */
final class ImageDifference {

    private ImageDifference() {}

    /** The first difference in words; empty if there is none. */
    static Optional<String> of(ImagePlus image, ImagePlus expected) {
        String size = size(image);
        if (!size.equals(size(expected))) return Optional.of("has " + size + ", not " + size(expected));
        if (!calibration(image).equals(calibration(expected)))
            return Optional.of("is calibrated by " + calibration(image) + ", not " + calibration(expected));
        for (int i = 1; i <= expected.getStackSize(); i++) {
            Object actual = image.getStack().getPixels(i);
            if (!Objects.deepEquals(actual, expected.getStack().getPixels(i)))
                return Optional.of("has other pixels, first in plane " + i);
        }
        return Optional.empty();
    }

    private static String size(ImagePlus image) {
        return image.getBitDepth() + " bits and " + Arrays.toString(image.getDimensions()) + " pixels (X, Y, C, Z, T)";
    }

    private static String calibration(ImagePlus image) {
        Calibration c = image.getCalibration();
        return c.pixelWidth + " x " + c.pixelHeight + " x " + c.pixelDepth + " " + c.getUnit() + ", " + c.frameInterval
                + " s";
    }
}
