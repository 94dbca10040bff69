package io.github.ndrfiji.imagej;

import ij.IJ;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.object.ObjectService;
import org.scijava.task.TaskService;
import org.scijava.thread.ThreadService;
import org.scijava.ui.UIService;

/** SciJava in ImageJ without Fiji: what the commands need of it, started at the first use. Its status goes to ImageJ's. */
final class PlainContext {

    private static PlainContext instance;

    private final Context context = new Context(
            CommandService.class,
            ModuleService.class,
            ObjectService.class,
            ConvertService.class,
            EventService.class,
            LogService.class,
            StatusService.class,
            TaskService.class,
            ThreadService.class,
            UIService.class);

    private PlainContext() {
        context.service(EventService.class).subscribe(this); // weakly: held by the field above
    }

    static synchronized PlainContext get() {
        if (instance == null) instance = new PlainContext();
        return instance;
    }

    /** A command that is ready for its inputs. */
    Module createModule(String command) {
        CommandInfo info = context.service(CommandService.class).getCommand(command);
        if (info == null)
            throw new IllegalArgumentException(
                    "The command " + command + " is missing from this installation; install NDR-Restore again.");
        return context.service(ModuleService.class).createModule(info);
    }

    @EventHandler
    void onEvent(StatusEvent event) {
        if (event.getStatusMessage() != null) IJ.showStatus(event.getStatusMessage());
        if (event.getProgressMaximum() > 0) IJ.showProgress(event.getProgressValue(), event.getProgressMaximum());
    }
}
