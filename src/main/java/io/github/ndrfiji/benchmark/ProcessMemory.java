package io.github.ndrfiji.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The machine's memory that this process holds, Java's and native, as Linux tells it. */
public final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR_REFS = Path.of("/proc/self/clear_refs");
    private static final String RESET_PEAK = "5";

    private ProcessMemory() {}

    /** The most bytes that it held since {@link #resetPeak}. */
    public static long peak() throws IOException {
        return bytes("VmHWM:");
    }

    /** @throws IOException where the system does not know or allow it */
    public static void resetPeak() throws IOException {
        Files.writeString(CLEAR_REFS, RESET_PEAK);
    }

    /** Bytes that stand behind a key in the status of this process. */
    static long bytes(String key) throws IOException {
        String line = Files.readAllLines(STATUS).stream()
                .filter(l -> l.startsWith(key))
                .findFirst()
                .orElseThrow(() -> new IOException(STATUS + " has no " + key));
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    /**
     * The most bytes that the process holds while it works.
     *
     * @return none where the system does not tell
     */
    static OptionalLong peakOf(Job job) throws IOException {
        System.gc(); // what was before does not count
        boolean told = canReset();
        job.run();
        return told ? OptionalLong.of(peak()) : OptionalLong.empty();
    }

    /** Work to be measured. */
    @FunctionalInterface
    interface Job {
        void run() throws IOException;
    }

    private static boolean canReset() {
        try {
            resetPeak();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
