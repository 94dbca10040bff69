package io.github.ndrfiji.imagej;

import org.scijava.module.Module;

/** Which of the modules that SciJava runs are commands of this project. */
final class OurModules {

    private static final String PACKAGE = "io.github.ndrfiji.";

    private OurModules() {}

    static boolean contain(Module module) {
        String command = module.getInfo().getDelegateClassName();
        return command != null && command.startsWith(PACKAGE);
    }
}
