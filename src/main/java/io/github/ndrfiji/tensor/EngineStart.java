package io.github.ndrfiji.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.cuda.CudaUtils;
import io.github.ndrfiji.engine.Causes;
import io.github.ndrfiji.engine.Evidence;
import io.github.ndrfiji.engine.LibtorchFolder;
import io.github.ndrfiji.engine.Loaded;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * DJL's engine, started with the libtorch that the evidence speaks for; where one for CUDA does not load, with that of the
 * class path.
 *
 * @param found what was found before the start
 * @param loaded what came of it
 * @param threads that an operation on the processor is spread over, as the engine sees the machine
 */
record EngineStart(Engine engine, Evidence found, Loaded loaded, int threads) {

    private static final String CUDA = "CUDA";

    static EngineStart of(Evidence found) {
        Map<String, String> settings = found.settings();
        settings.forEach(System::setProperty);
        try {
            return tried(started(), found, Optional.empty());
        } catch (RuntimeException | LinkageError e) { // what a missing or wrong native library throws
            if (settings.isEmpty() || found.chosen().isPresent()) throw e; // there is no other one to try
            settings.keySet().forEach(System::clearProperty);
            return afterFailure(found, e);
        }
    }

    private static EngineStart afterFailure(Evidence found, Throwable failure) {
        try {
            return tried(started(), found, Optional.of(Causes.root(failure)));
        } catch (RuntimeException | LinkageError e) {
            e.addSuppressed(failure);
            throw e;
        }
    }

    private static EngineStart tried(Engine engine, Evidence found, Optional<String> failure) {
        LibtorchFolder libtorch = LibtorchFolder.of(Path.of(LibUtils.getLibtorchPath()));
        if (!engine.hasCapability(CUDA))
            return new EngineStart(engine, found, new Loaded(libtorch, 0, failure), JniUtils.getNumThreads());
        Optional<String> refused = computing(engine);
        // DJL counts by a CUDA runtime of the system, which need not be there.
        int gpus = Math.max(CudaUtils.getGpuCount(), Math.max(1, found.nvidia().visible()));
        Loaded loaded = new Loaded(libtorch, refused.isPresent() ? 0 : gpus, refused);
        return new EngineStart(engine, found, loaded, JniUtils.getNumThreads());
    }

    /** Why the first GPU does not compute, if so: libtorch may hold no code for it, or another program all of its memory. */
    private static Optional<String> computing(Engine engine) {
        try (NDManager manager = engine.newBaseManager(new Device(0).djl());
                NDArray one = manager.ones(new Shape(1));
                NDArray two = one.add(one)) {
            two.toFloatArray();
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(Causes.root(e));
        }
    }

    private static Engine started() {
        return Engine.getEngine("PyTorch");
    }
}
