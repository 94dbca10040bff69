package io.github.ndrfiji.tensor;

import ai.djl.engine.Engine;
import java.util.function.Supplier;

/** The engine, loaded at the first use and only then; where it does not load, every use says why. Safe for threads. */
final class EngineLoad {

    private final Supplier<Engine> loader;
    private Engine engine;
    private Throwable failure;

    EngineLoad(Supplier<Engine> loader) {
        this.loader = loader;
    }

    /** @throws IllegalStateException if the engine does not load on this computer */
    synchronized Engine engine() {
        if (engine == null && failure == null) load();
        if (failure == null) return engine;
        throw new IllegalStateException(
                "The engine PyTorch does not load on this computer (" + failure
                        + "); install NDR-Restore again, on a 64-bit Windows, macOS or Linux with space on its disk.",
                failure);
    }

    private void load() {
        try {
            engine = loader.get();
        } catch (RuntimeException | LinkageError e) { // what a missing or wrong native library throws
            failure = e;
        }
    }
}
