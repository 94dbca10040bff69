package io.github.ndrfiji.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;
import org.scijava.ui.UIService;

/**
 * Makes the resulting image of one of our commands the current one of the macro that ran it, where Fiji does not: in
 * headless mode, in batch mode, and in macros that run while Fiji starts. Of several images it is the first.
 *
 * <p>Commands run on threads of SciJava, and each thread has a current image of its own; one left on SciJava's thread would
 * be taken for the active image by a later command.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.LAST)
public final class MacroImagePostprocessor extends AbstractPostprocessorPlugin {

    @Parameter
    private ThreadService threads;

    @Parameter
    private UIService ui;

    @Override
    public void process(Module module) {
        if (!IJ.isMacro() || !OurModules.contain(module)) return;
        List<ImagePlus> images = new ArrayList<>();
        for (ModuleItem<?> output : module.getInfo().outputs())
            if (module.getOutput(output.getName()) instanceof ImagePlus image) images.add(image);
        for (int i = images.size() - 1; i >= 0; i--) makeCurrent(images.get(i));
    }

    private void makeCurrent(ImagePlus image) {
        // Without windows it opens none, but makes the image one of those that macros can name.
        if (WindowManager.getImage(image.getID()) == null) image.show();
        Thread caller = threads.getParent(Thread.currentThread());
        if (caller == null) return;
        WindowManager.setTempCurrentImage(null);
        if (ui.isHeadless() || Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(caller, image);
        else if (image.getWindow() != null) {
            WindowManager.setCurrentWindow(image.getWindow());
            image.getWindow().toFront();
        }
    }
}
