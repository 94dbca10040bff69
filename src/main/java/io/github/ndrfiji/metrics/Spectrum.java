package io.github.ndrfiji.metrics;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** A square of complex numbers that can be transformed; its sides are a power of two. */
final class Spectrum {

    final double[][] real; // row, column
    final double[][] imaginary;

    Spectrum(int side) {
        this.real = new double[side][side];
        this.imaginary = new double[side][side];
    }

    int side() {
        return real.length;
    }

    Spectrum transform(TransformType type) {
        double[][] row = new double[2][];
        for (int y = 0; y < side(); y++) {
            row[0] = real[y];
            row[1] = imaginary[y];
            FastFourierTransformer.transformInPlace(row, DftNormalization.STANDARD, type);
        }
        double[][] column = new double[2][side()];
        for (int x = 0; x < side(); x++) {
            for (int y = 0; y < side(); y++) {
                column[0][y] = real[y][x];
                column[1][y] = imaginary[y][x];
            }
            FastFourierTransformer.transformInPlace(column, DftNormalization.STANDARD, type);
            for (int y = 0; y < side(); y++) {
                real[y][x] = column[0][y];
                imaginary[y][x] = column[1][y];
            }
        }
        return this;
    }
}
