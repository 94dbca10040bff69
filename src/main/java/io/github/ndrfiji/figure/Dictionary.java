package io.github.ndrfiji.figure;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The learned degradations of a model.
 *
 * @param values D, row by row: {@code values[m * n() + n]}; handed over
 * @param m length of each, at least 1
 * @param n how many there are, at least 1
 */
public record Dictionary(float[] values, int m, int n) {

    public Dictionary {
        if (m < 1 || n < 1 || values.length != (long) m * n)
            throw new IllegalArgumentException(
                    "A dictionary of " + n + " times " + m + " numbers cannot have " + values.length + ".");
    }

    /** (M, N). */
    RealMatrix matrix() {
        RealMatrix matrix = new Array2DRowRealMatrix(m, n);
        for (int i = 0; i < values.length; i++) matrix.setEntry(i / n, i % n, values[i]);
        return matrix;
    }
}
