package io.github.ndrfiji.cli;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.TimeLeft;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far the work on one file has come and how long it will take: on a terminal as a bar, elsewhere as a line
 * whenever another tenth is done, but none within ten seconds of the one before, so that a folder of small files leaves
 * one line a file in a log.
 */
final class ConsoleProgress implements Progress {

    private static final int BAR = 24;
    private static final int LINES = 10;
    private static final long LINE_AFTER = TimeUnit.SECONDS.toNanos(10);
    private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(100);

    private final Console console;
    private final Interrupt interrupt;
    private final String label;
    private final LongSupplier nanoTime;
    private final TimeLeft timeLeft;
    private long lastDrawn;
    private long lastLine;
    private long lastTenth;

    ConsoleProgress(Console console, Interrupt interrupt, String label, LongSupplier nanoTime) {
        this.console = console;
        this.interrupt = interrupt;
        this.label = label;
        this.nanoTime = nanoTime;
        this.timeLeft = new TimeLeft(nanoTime);
        this.lastLine = nanoTime.getAsLong();
        this.lastDrawn = lastLine - REDRAW;
    }

    @Override
    public void report(long done, long total) {
        if (total <= 0) return;
        String text = String.format(Locale.ROOT, "%3.0f %%", 100.0 * done / total) + timeLeft.after(done, total);
        if (console.isTerminal()) draw(text, done, total);
        else if (done < total) line(text, done, total); // what follows tells of the end
    }

    @Override
    public void log(String message) {
        console.say(label + ": " + message);
    }

    @Override
    public boolean isCancelled() {
        return interrupt.isRequested();
    }

    private void draw(String text, long done, long total) {
        long now = nanoTime.getAsLong();
        if (now - lastDrawn < REDRAW) return;
        lastDrawn = now;
        int full = (int) (BAR * done / total);
        console.draw(label + "  [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + text);
    }

    private void line(String text, long done, long total) {
        long tenth = done * LINES / total;
        long now = nanoTime.getAsLong();
        if (tenth <= lastTenth || now - lastLine < LINE_AFTER) return;
        lastTenth = tenth;
        lastLine = now;
        console.say(label + "  " + text);
    }
}
