package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Spares macros and scripts a dialog in Fiji: who gives some inputs of one of our commands gets the defaults of all others.
 * Nor is there a dialog where there is no image to work on; the command then says so.
 *
 * <p>Runs after the inputs of a macro are known and before Fiji fills in the active image.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 1.5 * Priority.VERY_HIGH)
public final class DefaultInputsPreprocessor extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!OurModules.contain(module)) return;
        boolean activeImage = WindowManager.getCurrentImage() != null;
        boolean given = false;
        boolean lacksImage = false;
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            given |= module.isInputResolved(input.getName());
            lacksImage |= takesActiveImage(input) && !module.isInputResolved(input.getName()) && !activeImage;
        }
        if (!given && !lacksImage) return;
        for (ModuleItem<?> input : module.getInfo().inputs())
            if (!(takesActiveImage(input) && activeImage)) module.resolveInput(input.getName());
    }

    private static boolean takesActiveImage(ModuleItem<?> input) {
        return input.isAutoFill() && input.getType() == ImagePlus.class;
    }
}
