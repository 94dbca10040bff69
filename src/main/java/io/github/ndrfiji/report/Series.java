package io.github.ndrfiji.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The points of one curve, all finite. The arrays are not copied.
 *
 * @param name what a legend calls it
 * @param x ascending
 * @param y as many
 */
public record Series(String name, double[] x, double[] y) {

    public Series {
        if (x.length != y.length)
            throw new IllegalArgumentException(
                    "A curve of " + x.length + " places cannot have " + y.length + " values.");
    }

    /** The curve of a list of things, without those that have no finite value. */
    static <T> Series of(String name, List<T> things, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        List<T> shown = things.stream()
                .filter(thing -> Double.isFinite(y.applyAsDouble(thing)))
                .toList();
        return new Series(
                name,
                shown.stream().mapToDouble(x).toArray(),
                shown.stream().mapToDouble(y).toArray());
    }

    /** This curve with at most so many points, each the mean of about equally many neighbours. */
    public Series thinned(int most) {
        int length = x.length;
        int count = Math.min(length, most);
        if (count == length) return this;
        double[] meanX = new double[count];
        double[] meanY = new double[count];
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) length * i / count);
            int to = (int) ((long) length * (i + 1) / count);
            meanX[i] = Arrays.stream(x, from, to).average().orElseThrow();
            meanY[i] = Arrays.stream(y, from, to).average().orElseThrow();
        }
        return new Series(name, meanX, meanY);
    }

    public boolean isEmpty() {
        return x.length == 0;
    }
}
