package io.github.ndrfiji.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.Caller;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Torch;
import io.github.ndrfiji.train.Diverged;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;
import org.scijava.thread.ThreadService;
import org.scijava.ui.UIService;

/**
 * A command of the menu: parameters and one call of the library, with progress, cancel, and a failure that stops whoever
 * called.
 *
 * <p>Images are not {@code required}: SciJava would end a headless command without one in silence. The library says that
 * there is none.
 *
 * <p>Names of parameters are what macros and scripts use. They are single words in lower case, because ImageJ's macros
 * know no others. Not a {@code DynamicCommand}, for which {@code CommandService.run} returns nothing that a script could
 * wait for.
 */
abstract class NdrCommand extends ContextCommand {

    @Parameter
    private StatusService status;

    @Parameter
    private TaskService tasks;

    @Parameter
    private LogService log;

    @Parameter
    private ThreadService threads;

    @Parameter
    private UIService ui;

    /** What it is doing, for the status bar. */
    abstract String doing();

    /**
     * Does the work and sets the outputs.
     *
     * @throws CancellationException if {@code progress} is cancelled
     */
    abstract void work(Progress progress) throws IOException;

    @Override
    public final void run() {
        try (CommandProgress progress = new CommandProgress(doing(), this, status, tasks, log)) {
            work(progress);
        } catch (CancellationException e) {
            cancel(null); // who cancelled needs no message
            if (IJ.isMacro()) caller().stopMacro("Cancelled.");
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException | Diverged e) {
            fail(e, e.getMessage());
        } catch (RuntimeException | LinkageError e) { // else a macro would go on with the wrong image
            if (Torch.isOutOfMemory(e)) {
                fail(e, "The device has too little memory; close other programs, or take the device cpu.");
                return;
            }
            log.error(e);
            fail(e, "Something unexpected happened (" + e + "); report it with what Check Engine... shows.");
        } catch (OutOfMemoryError e) {
            fail(
                    e,
                    "ImageJ's memory is not enough; give it more by Edit > Options > Memory & Threads..., or work on a"
                            + " part of the image.");
        }
    }

    /** A user reads the message in a dialog, a macro stops with it, a script gets the exception. */
    private void fail(Throwable cause, String message) {
        if (IJ.isMacro()) {
            cancel(null);
            caller().stopMacro(message);
        } else if (caller().isMenu()) {
            cancel(message);
        } else {
            if (cause instanceof RuntimeException told && message.equals(told.getMessage())) throw told;
            throw new IllegalArgumentException(message, cause);
        }
    }

    /**
     * A device's name, for the work; the log tells which device it stands for.
     *
     * @throws IllegalArgumentException if there is no such device
     */
    static String told(String device, Progress progress) {
        progress.log(Device.parse(device).line(device));
        return device;
    }

    /** Whether a user chose it from a menu: not a macro or a script, which nobody need watch. */
    final boolean isChosen() {
        return !IJ.isMacro() && caller().isUser();
    }

    private Caller caller() {
        return new Caller(threads.getParent(Thread.currentThread()), ui.isVisible());
    }

    /** Whether a file was chosen; in Fiji {@code file=[]} in a macro gives one without a path. */
    static boolean isGiven(File file) {
        return file != null && !file.getPath().isBlank();
    }

    /** The title of an image that may be none. */
    static String titleOf(ImagePlus image) {
        return image == null || image.getTitle() == null ? "an image" : image.getTitle();
    }
}
