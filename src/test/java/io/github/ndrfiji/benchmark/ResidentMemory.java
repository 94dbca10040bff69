package io.github.ndrfiji.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory that this process holds, in KiB. In a JVM whose heap is touched from the start only native memory changes it,
 * see {@link OwnJvm}. Needs Linux.
 */
public final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR_REFS = Path.of("/proc/self/clear_refs");

    private ResidentMemory() {}

    /** What it holds now, unreachable Java buffers not counted. */
    public static long now() throws IOException, InterruptedException {
        System.gc();
        Thread.sleep(300); // the buffers that were found are freed by another thread
        return kibibytes("VmRSS:");
    }

    /** The most that it held since {@link #resetPeak}. */
    public static long peak() throws IOException {
        return kibibytes("VmHWM:");
    }

    /** The addresses that it has asked the system for, which is what {@code ulimit -v} limits. */
    public static long addressSpace() throws IOException {
        return kibibytes("VmSize:");
    }

    public static void resetPeak() throws IOException {
        Files.writeString(CLEAR_REFS, "5");
    }

    private static long kibibytes(String key) throws IOException {
        String line = Files.readAllLines(STATUS).stream()
                .filter(l -> l.startsWith(key))
                .findFirst()
                .orElseThrow(() -> new IOException(STATUS + " has no " + key));
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
