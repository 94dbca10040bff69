package io.github.ndrfiji.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import io.github.ndrfiji.engine.CpuReason;
import io.github.ndrfiji.engine.Evidence;
import io.github.ndrfiji.engine.HiddenCaches;
import io.github.ndrfiji.engine.LibtorchFolder;
import io.github.ndrfiji.engine.Machine;
import io.github.ndrfiji.engine.NativeHeap;
import io.github.ndrfiji.engine.NativeLog;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** DJL's PyTorch engine: started once per JVM, at the first use. */
public final class Torch {

    /** What libtorch 2.7 and the libraries below it say: the processor's allocator, oneDNN, C++; CUDA, cuBLAS, cuDNN. */
    private static final List<String> OUT_OF_MEMORY = List.of(
            "DefaultCPUAllocator: can't allocate memory",
            "DefaultCPUAllocator: not enough memory",
            "could not create a memory",
            "std::bad_alloc",
            "CUDA out of memory",
            "CUDA error: out of memory",
            "CUBLAS_STATUS_ALLOC_FAILED",
            "CUDNN_STATUS_ALLOC_FAILED");

    private static final EngineLoad LOAD = new EngineLoad(Torch::load);
    private static final Map<Device, PtNDManager> MANAGERS = new ConcurrentHashMap<>();

    private Torch() {}

    /** Version of the native library libtorch. Starts the engine. */
    public static String libtorchVersion() {
        return start().getVersion();
    }

    /** Version of DJL. */
    public static String djlVersion() {
        return Engine.getDjlVersion();
    }

    /**
     * Threads that one operation on the processor is spread over, unless {@link #spreadOver} was called. Starts the
     * engine.
     */
    public static int threads() {
        return LOAD.start().threads();
    }

    /**
     * Spreads the operations of the calling thread, and of threads that are new to the engine, over so many threads; 1
     * for itself alone.
     */
    public static void spreadOver(int threads) {
        start();
        JniUtils.setNumThreads(threads);
    }

    /** GPUs that the engine can use. Starts the engine. */
    public static int gpuCount() {
        return LOAD.start().loaded().gpus();
    }

    /** The folder that libtorch was loaded from. Starts the engine. */
    public static LibtorchFolder libtorch() {
        return LOAD.start().loaded().libtorch();
    }

    /** What was found before the engine started. Starts the engine. */
    public static Evidence evidence() {
        return LOAD.start().found();
    }

    /** Why the engine has no GPU; none if it has one. Heeds a libtorch that was installed since. Starts the engine. */
    public static Optional<CpuReason> whyNoGpu() {
        EngineStart start = LOAD.start();
        return CpuReason.afterStart(start.found().renewed(), start.loaded());
    }

    /**
     * Whether something failed because the engine found too little memory, of the computer or of a GPU. The engine says
     * so in the text of its exceptions alone.
     */
    public static boolean isOutOfMemory(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause())
            if (e instanceof EngineException && tellsOfMemory(e.getMessage())) return true;
        return false;
    }

    private static boolean tellsOfMemory(String message) {
        return message != null && OUT_OF_MEMORY.stream().anyMatch(message::contains);
    }

    /**
     * Bytes that could be had on a device now: of the machine's memory without swapping, or of a GPU's; none if nobody
     * tells. A limit that is set on this process alone is not heeded.
     */
    public static OptionalLong freeMemory(Device device) {
        if (!device.isGpu()) return MachineMemory.available();
        try {
            MemoryUsage usage = CudaUtils.getGpuMemory(device.djl());
            return OptionalLong.of(usage.getMax() - usage.getCommitted());
        } catch (IllegalArgumentException | IllegalStateException e) { // CUDA's runtime was not found, or said no
            return Machine.free(device.gpu());
        }
    }

    /** Gives the memory of arrays that were freed back to the system, which the engine else keeps for the next ones. */
    public static void giveBackMemory() {
        NativeHeap.giveBack();
    }

    /** @throws IllegalStateException if the engine does not load on this computer */
    static Engine start() {
        return LOAD.start().engine();
    }

    /** The one book-keeper of a device's arrays. Scopes free the arrays one by one, so it is never closed. */
    static PtNDManager manager(Device device) {
        return MANAGERS.computeIfAbsent(device, d -> (PtNDManager) start().newBaseManager(d.djl()));
    }

    /** DJL finds its engine through the thread's class loader, which in Fiji need not see it. */
    private static EngineStart load() {
        // DJL reports its use to its makers, and goes to the network, unless told not to.
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getProperty("ai.djl.offline") == null) System.setProperty("ai.djl.offline", "true");
        HiddenCaches.limit();
        NativeHeap.keepFreed();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Torch.class.getClassLoader());
        try {
            EngineStart start = EngineStart.of(Machine.evidence());
            NativeLog.onlyErrors(start.loaded().libtorch());
            return start;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
