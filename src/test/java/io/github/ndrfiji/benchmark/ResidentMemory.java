package io.github.ndrfiji.benchmark;

import java.io.IOException;

/**
 * Memory that this process holds, in bytes. In a JVM whose heap is touched from the start only native memory changes it,
 * see {@link OwnJvm}. Needs Linux.
 */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** What it holds now, unreachable Java buffers not counted. */
    public static long now() throws IOException, InterruptedException {
        System.gc();
        Thread.sleep(300); // the buffers that were found are freed by another thread
        return ProcessMemory.bytes("VmRSS:");
    }

    /** The addresses that it has asked the system for, which is what {@code ulimit -v} limits. */
    public static long addressSpace() throws IOException {
        return ProcessMemory.bytes("VmSize:");
    }
}
