package io.github.ndrfiji.image;

import java.util.stream.LongStream;

/**
 * Which of many things of one size are looked at, where the whole of them may take too long: all while they hold at most
 * {@link #LARGEST} values together, else as many, evenly spaced from the first to the last, but at least {@link #LEAST}
 * and at most {@link #MOST}.
 */
public final class Sample {

    /** A gigabyte as 32-bit values. */
    public static final long LARGEST = 1L << 28;

    public static final int LEAST = 16;
    public static final int MOST = 256;

    private Sample() {}

    /**
     * The numbers of those that are looked at, in rising order.
     *
     * @param count how many there are, from 1
     * @param size values of each
     */
    public static long[] of(long count, long size) {
        return count <= LARGEST / size
                ? evenly(count, count)
                : evenly(count, Math.max(LEAST, Math.min(MOST, LARGEST / size)));
    }

    /**
     * The numbers of so many things, in rising order: evenly spaced, the first and the last among them.
     *
     * @param count how many there are, from 1
     * @param looks how many of them are looked at, from 2; all if there are no more
     */
    public static long[] evenly(long count, long looks) {
        if (count <= looks) return LongStream.range(0, count).toArray();
        return LongStream.range(0, looks)
                .map(i -> i * (count - 1) / (looks - 1))
                .toArray();
    }
}
