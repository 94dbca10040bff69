package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * Gives our commands the image that is the current one where they are called, which in batch mode and where a script gives
 * one to {@code IJ.run} is not that of Fiji's thread.
 *
 * <p>Spares macros and scripts a dialog in Fiji: who gives some inputs of one of our commands gets the defaults of all others.
 * Nor is there a dialog where there is no image to work on; the command then says so.
 *
 * <p>Runs after the inputs of a macro are known and before Fiji fills in its active image.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 1.5 * Priority.VERY_HIGH)
public final class DefaultInputsPreprocessor extends AbstractPreprocessorPlugin {

    @Parameter
    private ThreadService threads;

    @Override
    public void process(Module module) {
        if (!OurModules.contain(module)) return;
        List<ModuleItem<?>> open = new ArrayList<>();
        boolean given = false;
        for (ModuleItem<?> input : OurModules.inputs(module)) {
            if (module.isInputResolved(input.getName())) given = true;
            else open.add(input);
        }
        boolean complete = fillImages(module, open);
        if (given || !complete) open.forEach(input -> module.resolveInput(input.getName()));
    }

    /** Whether every input that takes the current image got one. */
    private boolean fillImages(Module module, List<ModuleItem<?>> inputs) {
        boolean complete = true;
        for (ModuleItem<?> input : inputs) {
            if (!input.isAutoFill() || input.getType() != ImagePlus.class) continue;
            Optional<ImagePlus> current = OpenImages.currentOf(threads.getParent(Thread.currentThread()));
            complete &= current.isPresent();
            if (current.isEmpty()) continue;
            module.setInput(input.getName(), current.get());
            module.resolveInput(input.getName());
        }
        return complete;
    }
}
