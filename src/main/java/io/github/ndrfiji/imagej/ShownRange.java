package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.image.ValueRangePolicy.Given;
import java.util.ArrayList;
import java.util.List;

/**
 * Value ranges of images whose calibration function makes ImageJ show other values than are stored: signed 16-bit images
 * are stored with 32768 added. Users give and read the values shown.
 */
public final class ShownRange {

    private ShownRange() {}

    /**
     * The policy for the stored values of an image. A range that is given becomes one of stored values; the others look
     * at these anyway.
     *
     * @throws IllegalArgumentException if a range is given and the image's calibration function is no straight line
     */
    public static ValueRangePolicy stored(ValueRangePolicy policy, ImagePlus image) {
        return policy instanceof Given given ? ValueRangePolicy.given(stored(given.range(), image)) : policy;
    }

    /**
     * The range of stored values for one of values shown.
     *
     * @throws IllegalArgumentException if the image's calibration function is no straight line
     */
    public static ValueRange stored(ValueRange shown, ImagePlus image) {
        if (!isCalibrated(image)) return shown;
        if (!isLinear(image))
            throw new IllegalArgumentException("The range " + shown + " cannot be found among the stored values of '"
                    + image.getTitle()
                    + "', because its density calibration is no straight line; use auto, or remove it"
                    + " by Analyze > Calibrate....");
        double[] line = image.getCalibration().getCoefficients();
        return ordered((shown.min() - line[0]) / line[1], (shown.max() - line[0]) / line[1]);
    }

    /** The range of shown values for one of stored values; the same if the calibration function is no straight line. */
    public static ValueRange shown(ValueRange stored, ImagePlus image) {
        if (!isCalibrated(image) || !isLinear(image)) return stored;
        double[] line = image.getCalibration().getCoefficients();
        return ordered(line[0] + line[1] * stored.min(), line[0] + line[1] * stored.max());
    }

    /** How large a difference is shown where stored values differ by 1; 1 if the calibration function is no straight line. */
    public static double step(ImagePlus image) {
        return shown(new ValueRange(0, 1), image).width();
    }

    /**
     * Whether equal stored values are shown as equal values in two images, so that their stored values can be compared.
     */
    public static boolean agree(ImagePlus a, ImagePlus b) {
        return function(a).equals(function(b));
    }

    /** The numbers of an image's calibration function: equal for images that {@link #agree}. */
    public static List<Number> function(ImagePlus image) {
        if (!isCalibrated(image)) return List.of();
        List<Number> numbers = new ArrayList<>(List.of(image.getCalibration().getFunction()));
        double[] coefficients = image.getCalibration().getCoefficients();
        if (coefficients != null) for (double coefficient : coefficients) numbers.add(coefficient);
        return numbers;
    }

    /** ImageJ heeds the function of 8- and 16-bit images only. */
    private static boolean isCalibrated(ImagePlus image) {
        return image.getBitDepth() <= 16 && image.getCalibration().calibrated();
    }

    private static boolean isLinear(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        return calibration.getFunction() == Calibration.STRAIGHT_LINE
                && calibration.getCoefficients()[1] != 0;
    }

    private static ValueRange ordered(double a, double b) {
        return new ValueRange(Math.min(a, b), Math.max(a, b));
    }
}
