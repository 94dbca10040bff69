package io.github.ndrfiji.engine;

import java.util.Locale;

/** The libtorch that the program's JNI layer fits. */
public final class Libtorch {

    /** Another version crashes: the JNI layer was compiled against this one. */
    public static final String VERSION = "2.7.1";

    /** The only CUDA for which the JNI layer was built: 12.8. */
    public static final String FLAVOR = "cu128";

    private Libtorch() {}

    /** Whether there is a CUDA build for a system, named as by {@code os.name} and {@code os.arch}. */
    static boolean hasCuda(String os, String arch) {
        boolean known = os.startsWith("Linux") || os.startsWith("Windows");
        return known && (arch.equals("amd64") || arch.equals("x86_64"));
    }

    /** DJL's name of a system that has a CUDA build. */
    static String classifier(String os) {
        return (os.toLowerCase(Locale.ROOT).startsWith("win") ? "win" : "linux") + "-x86_64";
    }
}
