package io.github.ndrfiji.imagej;

import java.util.ArrayList;
import java.util.List;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** Which of the modules that SciJava runs are commands of this project, and what they take. */
final class OurModules {

    private static final String PACKAGE = "io.github.ndrfiji.";

    private OurModules() {}

    static boolean contain(Module module) {
        String command = module.getInfo().getDelegateClassName();
        return command != null && command.startsWith(PACKAGE);
    }

    /** The inputs of a module that a user can set: not the services that SciJava fills in. */
    static List<ModuleItem<?>> inputs(Module module) {
        List<ModuleItem<?>> inputs = new ArrayList<>();
        for (ModuleItem<?> item : module.getInfo().inputs())
            if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class) inputs.add(item);
        return inputs;
    }
}
