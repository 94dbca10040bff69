package io.github.ndrfiji.tensor;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** DJL's PyTorch engine: started once per JVM, at the first use. */
public final class Torch {

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

    /** GPUs that the engine can use. Starts the engine. */
    public static int gpuCount() {
        return start().getGpuCount();
    }

    static Engine start() {
        return Holder.ENGINE;
    }

    /** The one book-keeper of a device's arrays. Scopes free the arrays one by one, so it is never closed. */
    static PtNDManager manager(Device device) {
        return MANAGERS.computeIfAbsent(device, d -> (PtNDManager) start().newBaseManager(d.djl()));
    }

    private static final class Holder {
        static final Engine ENGINE = load();

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
}
