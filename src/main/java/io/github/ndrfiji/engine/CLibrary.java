package io.github.ndrfiji.engine;

import com.sun.jna.Function;
import java.util.OptionalInt;

/** Functions of the C library that give an int. Where one cannot be called nothing happens, and no second try is made. */
final class CLibrary {

    private static boolean missing;

    private CLibrary() {}

    /** What the function gives; none if the C library has no such function, or JNA does not load. */
    static synchronized OptionalInt call(String function, Object... arguments) {
        if (missing) return OptionalInt.empty();
        try {
            return OptionalInt.of(Function.getFunction("c", function).invokeInt(arguments));
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Error e) { // what JNA throws: a LinkageError, or a plain one if its own parts do not fit
            missing = true;
            return OptionalInt.empty();
        }
    }
}
