package io.github.ndrfiji.imagej;

import ij.IJ;
import ij.Macro;

/**
 * Who called a command, and so how a failure reaches them: a macro must stop, a user in front of menus must read a
 * message, and everybody else gets an exception.
 *
 * @param thread the one that called; null if it is not known
 * @param windows whether SciJava shows windows
 */
public record Caller(Thread thread, boolean windows) {

    /** What the windows of messages are called. */
    static final String TITLE = "NDR Restore";

    /**
     * Whether it is a user who chose the command from a menu, or searched for it: not a script, whose thread SciJava
     * started.
     */
    public boolean isMenu() {
        return windows && (thread == null || !thread.getName().startsWith("SciJava-"));
    }

    /** Stops the running macro with a message, also where it is not the macro's own thread that runs the command. */
    public static void stopMacro(String message) {
        try {
            IJ.error(TITLE, message);
        } catch (RuntimeException e) {
            if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
        }
    }
}
