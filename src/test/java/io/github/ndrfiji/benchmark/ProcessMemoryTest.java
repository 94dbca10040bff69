package io.github.ndrfiji.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessMemoryTest {

    private static final int BUFFER = 256 << 20;

    @Test
    void thePeakHoldsWhatTheWorkTookAndForgetsWhatWasBefore() throws IOException, InterruptedException {
        long before = ProcessMemory.peakOf(() -> {}).orElseThrow();
        long with = ProcessMemory.peakOf(ProcessMemoryTest::touchBuffer).orElseThrow();
        awaitLess(with - BUFFER / 2);
        long after = ProcessMemory.peakOf(() -> {}).orElseThrow();

        assertTrue(with - before > BUFFER / 2, with + " and before " + before);
        assertTrue(with - after > BUFFER / 2, with + " and after " + after);
    }

    /** Java frees the buffer in a thread of its own. */
    private static void awaitLess(long bytes) throws IOException, InterruptedException {
        for (int i = 0; i < 100 && ResidentMemory.now() > bytes; i++) Thread.onSpinWait();
    }

    private static void touchBuffer() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        for (int i = 0; i < BUFFER; i += 4096) buffer.put(i, (byte) 1);
    }
}
