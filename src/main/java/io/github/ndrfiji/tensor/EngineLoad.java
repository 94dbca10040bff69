package io.github.ndrfiji.tensor;

import io.github.ndrfiji.engine.CpuReason;
import io.github.ndrfiji.engine.Machine;
import java.util.function.Supplier;

/** The engine, loaded at the first use and only then; where it does not load, every use says why. Safe for threads. */
final class EngineLoad {

    private final Supplier<EngineStart> loader;
    private EngineStart start;
    private Throwable failure;

    EngineLoad(Supplier<EngineStart> loader) {
        this.loader = loader;
    }

    /** @throws IllegalStateException if the engine does not load on this computer */
    synchronized EngineStart start() {
        if (start == null && failure == null) load();
        if (failure == null) return start;
        throw new IllegalStateException(
                CpuReason.ofFailure(failure, Machine.chosen())
                        .map(CpuReason::toString)
                        .orElse("The engine PyTorch does not load on this computer (" + failure
                                + "); install NDR-Restore again, on a 64-bit Windows, macOS or Linux with space on its"
                                + " disk."),
                failure);
    }

    private void load() {
        try {
            start = loader.get();
        } catch (RuntimeException | LinkageError e) { // what a missing or wrong native library throws
            failure = e;
        }
    }
}
