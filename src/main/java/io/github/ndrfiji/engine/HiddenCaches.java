package io.github.ndrfiji.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A processor that does not tell the sizes of its caches, as in some virtual machines. oneDNN, which convolves for libtorch,
 * plans its convolutions with AVX2 and above by them: without, gradients were wrong or no numbers, and the JVM was killed
 * (libtorch 2.7.1). With AVX they are right.
 *
 * @see <a href="https://github.com/uxlfoundation/oneDNN/issues/5313">A like fault on ARM</a>
 */
public final class HiddenCaches {

    /** The environment variable by which a user chooses the instructions that oneDNN may use, and its older name. */
    private static final String CHOICE = "ONEDNN_MAX_CPU_ISA";

    private static final String OLD_CHOICE = "DNNL_MAX_CPU_ISA";

    private static final Path PROCESSOR = Path.of("/sys/devices/system/cpu/cpu0");

    private HiddenCaches() {}

    /** Limits oneDNN to AVX where it {@linkplain #matter matters}. Without effect once libtorch is loaded. */
    public static void limit() {
        if (matter()) set(CHOICE, "AVX");
    }

    /** Java's own environment is a copy; libraries ask the C library. */
    static void set(String name, String value) {
        CLibrary.call("setenv", name, value, 0);
    }

    /** Whether oneDNN has to be limited: on Linux on x86-64, if the caches are hidden and the user did not choose. */
    public static boolean matter() {
        return System.getProperty("os.arch").equals("amd64") && matter(PROCESSOR, System.getenv());
    }

    /** @param processor Linux' folder on a processor, which other systems do not have */
    static boolean matter(Path processor, Map<String, String> environment) {
        return Files.isDirectory(processor)
                && !Files.exists(processor.resolve("cache/index0"))
                && !environment.containsKey(CHOICE)
                && !environment.containsKey(OLD_CHOICE);
    }
}
