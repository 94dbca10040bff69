package io.github.ndrfiji.cli;

import io.github.ndrfiji.Progress;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far the work on one file has come and how long it will take: on a terminal as a bar, elsewhere as a line
 * whenever another tenth is done.
 */
final class ConsoleProgress implements Progress {

    private static final int BAR = 24;
    private static final int LINES = 10;
    private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(100);

    private final Console console;
    private final Interrupt interrupt;
    private final String label;
    private final LongSupplier nanoTime;
    private long start;
    private long first = -1;
    private long lastDrawn;
    private long lastLine;

    ConsoleProgress(Console console, Interrupt interrupt, String label, LongSupplier nanoTime) {
        this.console = console;
        this.interrupt = interrupt;
        this.label = label;
        this.nanoTime = nanoTime;
    }

    @Override
    public void report(long done, long total) {
        if (total <= 0) return;
        if (first < 0) begin(done);
        if (console.isTerminal()) draw(done, total);
        else if (done < total) line(done, total); // what follows tells of the end
    }

    @Override
    public void log(String message) {
        console.say(label + ": " + message);
    }

    @Override
    public boolean isCancelled() {
        return interrupt.isRequested();
    }

    /** Work that is taken up again does not begin at 0. */
    private void begin(long done) {
        first = done;
        start = nanoTime.getAsLong();
        lastDrawn = start - REDRAW;
    }

    private void draw(long done, long total) {
        long now = nanoTime.getAsLong();
        if (now - lastDrawn < REDRAW) return;
        lastDrawn = now;
        int full = (int) (BAR * done / total);
        console.draw(label + "  [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + text(done, total));
    }

    private void line(long done, long total) {
        long number = done * LINES / total;
        if (number <= lastLine) return;
        lastLine = number;
        console.say(label + "  " + text(done, total));
    }

    private String text(long done, long total) {
        String percent = String.format(Locale.ROOT, "%3.0f %%", 100.0 * done / total);
        if (done == first) return percent;
        double seconds = (nanoTime.getAsLong() - start) / 1e9;
        return percent + ", " + duration(Math.round(seconds * (total - done) / (done - first))) + " left";
    }

    private static String duration(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
