package io.github.ndrfiji.image;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Exact quantiles of a stream of values in constant memory, by radix selection: a first reading counts the upper 16
 * bits of every value, a second one the lower 16 bits of those values that share the upper half of a wanted one. An
 * outlier, however far away, costs no precision, unlike with a histogram of equal bins.
 */
public final class Quantiles {

    private static final int HALF = 1 << 16;

    private Quantiles() {}

    /**
     * The values at the given fractions of the sorted finite values; a fraction between two values takes the outer
     * one (the lower below one half, the upper from one half on).
     *
     * @param stream gives all values to its argument; called twice, and must give the same ones. They are rounded to
     *     float; those that are not finite then are left out
     * @return a value for each fraction, or no value if the stream has no finite one
     */
    public static float[] of(Consumer<DoubleConsumer> stream, double... fractions) {
        long[] upper = new long[HALF];
        stream.accept(value -> {
            if (Float.isFinite((float) value)) upper[key(value) >>> 16]++;
        });
        long count = 0;
        for (long n : upper) count += n;
        if (count == 0) return new float[0];

        Place[] places = new Place[fractions.length];
        long[][] lower = new long[HALF][];
        for (int i = 0; i < fractions.length; i++) {
            double rank = fractions[i] * (count - 1);
            places[i] = place(upper, (long) (fractions[i] < 0.5 ? Math.floor(rank) : Math.ceil(rank)));
            lower[places[i].bin] = new long[HALF];
        }
        stream.accept(value -> {
            int key = key(value);
            long[] bins = lower[key >>> 16];
            if (bins != null && Float.isFinite((float) value)) bins[key & (HALF - 1)]++;
        });

        float[] found = new float[fractions.length];
        for (int i = 0; i < found.length; i++) {
            int bin = places[i].bin;
            found[i] = value(bin << 16 | place(lower[bin], places[i].rank).bin);
        }
        return found;
    }

    /** A bin of a histogram, and a rank among the values in it. */
    private record Place(int bin, long rank) {}

    private static Place place(long[] histogram, long rank) {
        int bin = 0;
        while (rank >= histogram[bin]) rank -= histogram[bin++];
        return new Place(bin, rank);
    }

    /** The bits of a float such that unsigned order of keys is the order of values. */
    private static int key(double value) {
        int bits = Float.floatToIntBits((float) value);
        return bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    }

    private static float value(int key) {
        return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
    }
}
