package io.github.ndrfiji.engine;

import com.sun.jna.Platform;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What becomes of the memory that libtorch frees, where glibc hands it out. Every operation makes an array of some
 * megabytes, and most are freed soon. By default glibc gives such pieces back to the system, which must clear and map their
 * pages anew for the next operation: that can take as long as the computing itself.
 *
 * <p>glibc's settings are those of the whole process, so of other plugins too. Where threads have got heaps of their own
 * before, arrays above 64 MB still come from the system each time.
 */
public final class NativeHeap {

    // From glibc's malloc.h.
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;
    private static final int ARENA_MAX = -8;

    private static final int NEVER = -1;

    /** Pieces up to this size come from a heap, as far as it can hold them. */
    private static final int LARGEST_KEPT = 1 << 30;

    /** What glibc before 2.35 takes at most. */
    private static final int LARGEST_KEPT_BEFORE = 32 << 20;

    /** By how much a heap grows at once. */
    private static final int GROWTH = 64 << 20;

    private NativeHeap() {}

    /** Lets the heap keep what is freed, unless the user has set glibc otherwise. To be called before the first array. */
    public static void keepFreed() {
        if (!Platform.isLinux() || isChosen(System.getenv())) return;
        if (!set(MMAP_THRESHOLD, LARGEST_KEPT)) set(MMAP_THRESHOLD, LARGEST_KEPT_BEFORE);
        set(TRIM_THRESHOLD, NEVER);
        set(TOP_PAD, GROWTH);
        set(ARENA_MAX, 1); // a new thread shares a heap that there is, rather than keep memory in one of its own
    }

    /** Gives what is free back to the system, such as when a model is closed. */
    public static void giveBack() {
        if (Platform.isLinux()) CLibrary.call("malloc_trim", 0L);
    }

    private static boolean set(int parameter, int value) {
        return CLibrary.call("mallopt", parameter, value).equals(OptionalInt.of(1));
    }

    static boolean isChosen(Map<String, String> environment) {
        return environment.keySet().stream().anyMatch(name -> name.startsWith("MALLOC_"))
                || environment.getOrDefault("GLIBC_TUNABLES", "").contains("glibc.malloc");
    }
}
