package io.github.ndrfiji.imagej;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Keeps Fiji from opening a window for those outputs of our commands that are for scripts only, which it does whatever
 * their visibility.
 */
@Plugin(type = PreprocessorPlugin.class)
public final class HiddenOutputsPreprocessor extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!OurModules.contain(module)) return;
        for (ModuleItem<?> output : module.getInfo().outputs())
            if (output.getVisibility() == ItemVisibility.INVISIBLE) module.resolveOutput(output.getName());
    }
}
