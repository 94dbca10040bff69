package io.github.ndrfiji.engine;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What libtorch writes to the standard error by itself, past Java. */
public final class NativeLog {

    /** The environment variable by which PyTorch's users choose, which libtorch without Python does not read. */
    private static final String CHOICE = "TORCH_CPP_LOG_LEVEL";

    private static final String LEVEL = "FLAGS_caffe2_log_level";
    private static final int ERROR = 2;

    private NativeLog() {}

    /**
     * Lets libtorch write errors only. Its warnings are for its own developers, and on some processors one of them ({@code
     * Could not initialize NNPACK! Reason: Unsupported hardware}) comes with every convolution. Where it cannot be told
     * so, as on other systems than Linux, nothing changes.
     *
     * @param libtorch that is loaded
     */
    public static void onlyErrors(LibtorchFolder libtorch) {
        if (!isChosen(System.getenv())) level(libtorch).ifPresent(level -> level.setInt(0, ERROR));
    }

    static boolean isChosen(Map<String, String> environment) {
        return environment.containsKey(CHOICE);
    }

    /** The number from which on libtorch writes: 0 for information, 1 for warnings, 2 for errors. */
    static Optional<Pointer> level(LibtorchFolder libtorch) {
        if (!Platform.isLinux()) return Optional.empty();
        Path library = Path.of(libtorch.path()).resolve("libc10.so");
        if (!Files.isRegularFile(library)) return Optional.empty();
        try {
            return Optional.of(NativeLibrary.getInstance(library.toString()).getGlobalVariableAddress(LEVEL));
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Error e) { // what JNA throws: a LinkageError, or a plain one if its own parts do not fit
            return Optional.empty();
        }
    }
}
