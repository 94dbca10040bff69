package io.github.ndrfiji.engine;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * What becomes of the memory that libtorch frees, where glibc hands it out. Every operation makes an array of some
 * megabytes and most are freed soon. By default glibc gives such pieces back to the system, which must clear and map their
 * pages anew for the next operation: that took longer than the computing itself.
 */
public final class NativeHeap {

    // From glibc's malloc.h.
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;
    private static final int ARENA_MAX = -8;

    /** Pieces up to this size come from the heap, which is kept. */
    private static final int LARGEST_KEPT = 1 << 30;

    /** What glibc before 2.35 takes at most. */
    private static final int LARGEST_KEPT_BEFORE = 32 << 20;

    /** By how much the heap grows at once. */
    private static final int GROWTH = 64 << 20;

    private NativeHeap() {}

    /** Lets the heap keep what is freed, unless the user has set glibc otherwise. To be called before the first array. */
    public static void keepFreed() {
        if (!Platform.isLinux() || isChosen(System.getenv())) return;
        try {
            if (!set(MMAP_THRESHOLD, LARGEST_KEPT)) set(MMAP_THRESHOLD, LARGEST_KEPT_BEFORE);
            set(TRIM_THRESHOLD, Integer.MAX_VALUE);
            set(TOP_PAD, GROWTH);
            set(ARENA_MAX, 1); // else each thread keeps its own
        } catch (UnsatisfiedLinkError e) {
            // A C library other than glibc, which does as it likes.
        }
    }

    /** Gives everything that is free back to the system, such as when a model is closed. */
    public static void giveBack() {
        if (!Platform.isLinux()) return;
        try {
            Function.getFunction("c", "malloc_trim").invokeInt(new Object[] {0L});
        } catch (UnsatisfiedLinkError e) {
            // A C library other than glibc, which was not told to keep anything.
        }
    }

    private static boolean set(int parameter, int value) {
        return Function.getFunction("c", "mallopt").invokeInt(new Object[] {parameter, value}) == 1;
    }

    static boolean isChosen(Map<String, String> environment) {
        return environment.keySet().stream().anyMatch(name -> name.startsWith("MALLOC_"))
                || environment.getOrDefault("GLIBC_TUNABLES", "").contains("glibc.malloc");
    }
}
