package io.github.ndrfiji.command;

import java.util.function.LongSupplier;

/** How long work will take that goes on as fast as it went since the first report. */
public final class TimeLeft {

    private final LongSupplier nanoTime;
    private long start;
    private long first = -1;

    /** @param nanoTime a clock, as {@link System#nanoTime} */
    public TimeLeft(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** As {@code ", 3:20 left"}; empty as long as nothing is known. Work that is taken up again does not begin at 0. */
    public String after(long done, long total) {
        if (first < 0) {
            first = done;
            start = nanoTime.getAsLong();
        }
        if (done == first) return "";
        double seconds = (nanoTime.getAsLong() - start) / 1e9;
        return ", " + duration(Math.round(seconds * (total - done) / (done - first))) + " left";
    }

    private static String duration(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
