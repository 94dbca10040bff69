package io.github.ndrfiji.model;

import java.util.Arrays;

/**
 * Numbers with a shape, outside of any tensor engine.
 *
 * <p>The arrays are not copied: whoever makes a FloatArray of them hands them over. Equality is by content.
 *
 * @param shape sides, outermost first; empty for a single number
 * @param values the numbers, the last axis varying fastest
 */
public record FloatArray(long[] shape, float[] values) {

    public FloatArray {
        if (elements(shape) != values.length)
            throw new IllegalArgumentException(
                    "An array of shape " + Arrays.toString(shape) + " cannot have " + values.length + " values.");
    }

    /** The number of values that an array of this shape has, or -1 if no array can have it. */
    static long elements(long[] shape) {
        long elements = 1;
        for (long side : shape) {
            if (side < 0 || Math.multiplyHigh(elements, side) != 0 || elements * side < 0) return -1;
            elements *= side;
        }
        return elements;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatArray a && Arrays.equals(shape, a.shape) && Arrays.equals(values, a.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatArray" + Arrays.toString(shape);
    }
}
