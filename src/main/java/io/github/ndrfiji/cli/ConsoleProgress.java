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
    private final long start;
    private long lastDrawn;
    private long lastLine;

    ConsoleProgress(Console console, Interrupt interrupt, String label, LongSupplier nanoTime) {
        this.console = console;
        this.interrupt = interrupt;
        this.label = label;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastDrawn = start - REDRAW;
    }

    @Override
    public void report(long done, long total) {
        if (total <= 0) return;
        if (console.isTerminal()) draw((double) done / total);
        else if (done < total) line(done * LINES / total, (double) done / total); // what follows tells of the end
    }

    @Override
    public void log(String message) {
        console.say(label + ": " + message);
    }

    @Override
    public boolean isCancelled() {
        return interrupt.isRequested();
    }

    private void draw(double share) {
        long now = nanoTime.getAsLong();
        if (now - lastDrawn < REDRAW) return;
        lastDrawn = now;
        int full = (int) (BAR * share);
        console.draw(label + "  [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + text(share));
    }

    private void line(long number, double share) {
        if (number <= lastLine) return;
        lastLine = number;
        console.say(label + "  " + text(share));
    }

    private String text(double share) {
        String percent = String.format(Locale.ROOT, "%3.0f %%", 100 * share);
        if (share == 0) return percent;
        double spent = (nanoTime.getAsLong() - start) / 1e9;
        return percent + ", " + duration(Math.round(spent * (1 - share) / share)) + " left";
    }

    private static String duration(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
