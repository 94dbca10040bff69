package io.github.ndrfiji.engine;

import io.github.ndrfiji.engine.LibtorchFolder.State;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was found before the engine starts.
 *
 * @param os as {@code os.name}
 * @param arch as {@code os.arch}
 * @param nvidia the driver and its GPUs
 * @param chosen the folder that the user chose by {@code PYTORCH_LIBRARY_PATH}
 * @param version what the user set as {@code PYTORCH_VERSION}
 * @param flavor what the user set as {@code PYTORCH_FLAVOR}
 * @param installed the folder for the CUDA libtorch in DJL's cache
 */
public record Evidence(
        String os,
        String arch,
        Nvidia nvidia,
        Optional<LibtorchFolder> chosen,
        Optional<String> version,
        Optional<String> flavor,
        LibtorchFolder installed) {

    static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    static final String VERSION = "PYTORCH_VERSION";
    static final String FLAVOR = "PYTORCH_FLAVOR";

    /** The same, with what is installed by now. */
    public Evidence renewed() {
        return new Evidence(os, arch, nvidia, chosen, version, flavor, LibtorchFolder.of(Path.of(installed.path())));
    }

    /**
     * System properties that DJL needs to load what shall be used; none where it takes the libtorch of the class path. What
     * the user set stays.
     *
     * <p>DJL takes a libtorch of its class path, if there is one, before all but {@code PYTORCH_LIBRARY_PATH}.
     */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (chosen.isPresent()) {
            if (!chosen.get().isUsable()) return settings;
        } else {
            if (CpuReason.beforeStart(this).isPresent()) return settings;
            settings.put(LIBRARY_PATH, installed.path());
        }
        boolean cuda = chosen.orElse(installed).state() == State.CUDA;
        if (version.isEmpty()) settings.put(VERSION, Libtorch.VERSION);
        if (flavor.isEmpty()) settings.put(FLAVOR, cuda ? Libtorch.FLAVOR : "cpu");
        return settings;
    }
}
