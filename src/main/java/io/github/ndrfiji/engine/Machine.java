package io.github.ndrfiji.engine;

import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Looks at this machine. */
public final class Machine {

    private static final Path MODULE = Path.of("/proc/driver/nvidia/version");
    private static final String SMI = "nvidia-smi";
    private static final int TIMEOUT_S = 10;

    private Machine() {}

    /** All that tells whether a GPU can be used. Takes up to some seconds where there is a driver. */
    public static Evidence evidence() {
        return new Evidence(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                nvidia(),
                chosen(),
                setting(Evidence.VERSION),
                setting(Evidence.FLAVOR),
                LibtorchFolder.of(installed()));
    }

    /** The folder that the user chose by {@code PYTORCH_LIBRARY_PATH}. */
    public static Optional<LibtorchFolder> chosen() {
        return setting(Evidence.LIBRARY_PATH).map(LibtorchFolder::ofSetting);
    }

    /** The folder where DJL looks for a CUDA libtorch, and where one is installed: in its own cache. */
    public static Path installed() {
        return Utils.getEngineCacheDir("pytorch")
                .resolve(Libtorch.VERSION + "-" + Libtorch.FLAVOR + "-"
                        + Libtorch.classifier(System.getProperty("os.name")));
    }

    /** As DJL looks it up: the environment first, then the system properties; blank is as not set. */
    private static Optional<String> setting(String name) {
        return Optional.ofNullable(Utils.getEnvOrSystemProperty(name)).filter(value -> !value.isBlank());
    }

    /** The driver and its GPUs; without its program, what the driver's module says of itself. */
    public static Nvidia nvidia() {
        Optional<Nvidia> told = run(SMI, "--query-gpu=" + Nvidia.QUERY, "--format=csv,noheader,nounits")
                .map(Nvidia::parse);
        if (told.isPresent() && told.get().driver().isPresent()) return told.get();
        try {
            return Files.isReadable(MODULE) ? Nvidia.ofModule(Files.readString(MODULE)) : Nvidia.NONE;
        } catch (IOException e) {
            return Nvidia.NONE; // as where there is no driver
        }
    }

    /** The newest CUDA that the driver can serve. */
    public static Optional<String> cuda() {
        return run(SMI).flatMap(Nvidia::cuda);
    }

    /** Bytes that are free on a GPU; none if the driver does not tell. */
    public static OptionalLong free(int gpu) {
        return nvidia().gpus().stream()
                .filter(found -> found.number() == gpu)
                .mapToLong(Gpu::free)
                .findFirst();
    }

    /** What a program prints, if it is there and ends well in time. */
    static Optional<String> run(String... command) {
        try {
            Path output = Files.createTempFile("ndr-", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return Optional.empty();
                }
                return process.exitValue() == 0
                        ? Optional.of(new String(Files.readAllBytes(output), StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return Optional.empty(); // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
