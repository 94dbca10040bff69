package io.github.ndrfiji.engine;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Versions of the libraries between Java and libtorch. */
public final class EngineVersions {

    private EngineVersions() {}

    /**
     * That of DJL's JNI library: libtorch's and DJL's.
     *
     * @throws IOException if it cannot be read
     */
    public static String jni() throws IOException {
        try (InputStream properties =
                EngineVersions.class.getClassLoader().getResourceAsStream("jnilib/pytorch.properties")) {
            if (properties == null) return "missing";
            Properties read = new Properties();
            read.load(properties);
            return read.getProperty("jni_version");
        }
    }

    /** That of JNA, by which DJL asks CUDA for its GPUs. */
    public static String jna() {
        return String.valueOf(Native.class.getPackage().getImplementationVersion());
    }
}
