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
    void thePeakHoldsWhatTheWorkTookAndForgetsWhatWasBefore() throws IOException {
        long with = ProcessMemory.peakOf(ProcessMemoryTest::touchBuffer).orElseThrow();
        long without = ProcessMemory.peakOf(() -> {}).orElseThrow();

        assertTrue(with - without > BUFFER / 2, with + " and " + without);
    }

    private static void touchBuffer() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        for (int i = 0; i < BUFFER; i += 4096) buffer.put(i, (byte) 1);
    }
}
