package io.github.ndrfiji.command;

import ij.IJ;
import io.github.ndrfiji.Progress;
import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/**
 * Shows the progress of a command in the status bar and in the list of tasks, where it can be cancelled too; so does the
 * Escape key, as everywhere in ImageJ.
 */
final class CommandProgress implements Progress, AutoCloseable {

    private static final int UNITS = 1000;

    private final String title;
    private final StatusService status;
    private final Task task;
    private final Cancelable command;
    private final LogService log;
    private final TimeLeft timeLeft = new TimeLeft(System::nanoTime);

    CommandProgress(String title, Cancelable command, StatusService status, TaskService tasks, LogService log) {
        this.title = title;
        this.status = status;
        this.command = command;
        this.log = log;
        task = tasks.createTask(title);
        task.setProgressMaximum(UNITS);
        task.start();
        IJ.resetEscape();
    }

    @Override
    public void report(long done, long total) {
        if (total <= 0) return;
        long units = UNITS * done / total;
        status.showStatus((int) units, UNITS, title + timeLeft.after(done, total));
        task.setProgressValue(units);
    }

    @Override
    public void log(String message) {
        log.info(title + ": " + message);
    }

    /** In ImageJ's own log, whose window opens. */
    @Override
    public void warn(String message) {
        IJ.log(title + ": " + message);
    }

    @Override
    public boolean isCancelled() {
        return command.isCanceled() || task.isCanceled() || IJ.escapePressed();
    }

    @Override
    public void close() {
        status.showProgress(UNITS, UNITS); // or the bar of what ended early would stay
        task.finish();
    }
}
