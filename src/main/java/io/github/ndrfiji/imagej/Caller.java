package io.github.ndrfiji.imagej;

import ij.IJ;
import ij.Macro;
import io.github.ndrfiji.WordWrap;
import java.awt.GraphicsEnvironment;

/**
 * Who called a command, and so how a failure reaches them: a macro must stop, a user in front of menus must read a
 * message, and everybody else gets an exception.
 *
 * <p>ImageJ tells only that some macro runs, not which thread is its own: what fails beside a running macro stops that.
 *
 * @param thread the one that called; null if it is not known
 * @param windows whether SciJava shows windows
 */
public record Caller(Thread thread, boolean windows) {

    /** A caller whose own thread runs the command, in ImageJ without SciJava's windows. */
    static Caller here() {
        return new Caller(Thread.currentThread(), false);
    }

    /** What the windows of messages are called. */
    static final String TITLE = "NDR Restore";

    /** Of a message, in characters. */
    private static final int WIDTH = 80;

    /**
     * Whether it is a user who chose the command from a menu, or searched for it: not a script, whose thread SciJava
     * started.
     */
    public boolean isMenu() {
        return windows && (thread == null || !thread.getName().startsWith("SciJava-"));
    }

    /** The same, also in ImageJ without SciJava's windows, where commands run on a thread that SciJava does not know. */
    public boolean isUser() {
        return thread == null || isMenu();
    }

    /**
     * In short lines, because ImageJ's windows of messages are as wide as their longest line; to a macro's message it adds
     * " in line 3".
     */
    private static String shown(String message) {
        return String.join("\n", WordWrap.lines(message, WIDTH)) + (IJ.isMacro() ? "\n" : "");
    }

    /** Stops the running macro with a message, also where it is not the macro's own thread that runs the command. */
    public void stopMacro(String message) {
        if (thread != null)
            Macro.setOptions(thread, null); // or the dialog with the message would take them for its own
        try {
            IJ.error(TITLE, GraphicsEnvironment.isHeadless() ? message : shown(message));
        } catch (RuntimeException e) {
            if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
        }
    }
}
