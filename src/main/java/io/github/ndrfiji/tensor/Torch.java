package io.github.ndrfiji.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** DJL's PyTorch engine: started once per JVM, at the first use. */
public final class Torch {

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

    /** Threads that one operation on the processor is spread over. Starts the engine. */
    public static int threads() {
        start();
        return JniUtils.getNumThreads();
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
        return start().getGpuCount();
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
        return message != null
                && (message.contains("DefaultCPUAllocator: can't allocate memory")
                        || message.contains("DefaultCPUAllocator: not enough memory")
                        || message.contains("CUDA out of memory"));
    }

    /** @throws IllegalStateException if the engine does not load on this computer */
    static Engine start() {
        return LOAD.engine();
    }

    /** The one book-keeper of a device's arrays. Scopes free the arrays one by one, so it is never closed. */
    static PtNDManager manager(Device device) {
        return MANAGERS.computeIfAbsent(device, d -> (PtNDManager) start().newBaseManager(d.djl()));
    }

    /** DJL finds its engine through the thread's class loader, which in Fiji need not see it. */
    private static Engine load() {
        // DJL reports its use to its makers, and goes to the network, unless told not to.
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getProperty("ai.djl.offline") == null) System.setProperty("ai.djl.offline", "true");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Torch.class.getClassLoader());
        try {
            return Engine.getEngine("PyTorch");
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
