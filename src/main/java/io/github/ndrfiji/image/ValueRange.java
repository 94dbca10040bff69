package io.github.ndrfiji.image;

/**
 * The two values of an image that a network sees as 0 and 1.
 *
 * <p>The map is linear and clips nothing: a value beyond an end stays beyond it, and {@link #fromUnit} inverts
 * {@link #toUnit} up to the rounding of a double. Where both ends are equal the width counts as 1.
 *
 * @param min the value seen as 0; finite
 * @param max the value seen as 1; finite, not below {@code min}
 */
public record ValueRange(double min, double max) {

    /** Leaves values as they are. */
    public static final ValueRange UNIT = new ValueRange(0, 1);

    public ValueRange {
        if (!(min <= max) || !Double.isFinite(max - min))
            throw new IllegalArgumentException("A value range needs two finite numbers with the smaller one first, not "
                    + text(min) + " and " + text(max) + ".");
    }

    /** By how much a value changes when its image in [0, 1] changes by 1. */
    public double width() {
        return max > min ? max - min : 1;
    }

    /** From the image's values to [0, 1]. */
    public double toUnit(double value) {
        return (value - min) / width();
    }

    /** From [0, 1] to the image's values. */
    public double fromUnit(double unit) {
        return min + unit * width();
    }

    /** {@code MIN:MAX}, as {@link ValueRangePolicy#parse} reads it; whole numbers are written without a fraction. */
    @Override
    public String toString() {
        return text(min) + ":" + text(max);
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
