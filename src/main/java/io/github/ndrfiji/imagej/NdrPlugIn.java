package io.github.ndrfiji.imagej;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import java.util.concurrent.CancellationException;

/**
 * The door to the commands in ImageJ without SciJava: {@code plugins.config} names this class with a command's class as
 * its argument. What Fiji derives from the command's parameters, {@link PlainRun} derives here: dialog, recording, macro.
 */
public final class NdrPlugIn implements PlugIn {

    /** @param command name of the command's class */
    @Override
    public void run(String command) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(NdrPlugIn.class.getClassLoader()); // through which SciJava finds its plugins
        try {
            new PlainRun(PlainContext.get().createModule(command)).run(Macro.getOptions());
        } catch (CancellationException e) {
            IJ.showStatus("");
        } catch (IllegalArgumentException e) { // says what the user should know
            Caller.stopMacro(e.getMessage());
        } finally {
            IJ.showProgress(1);
            thread.setContextClassLoader(before);
        }
    }
}
