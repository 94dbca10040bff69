package io.github.ndrfiji.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Memory;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeHeapTest {

    private static final int MB = 1 << 20;

    /** Memory of this process in MB. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    @Test
    void whatIsFreedIsKeptUntilItIsGivenBack() throws IOException {
        assumeTrue(Platform.isLinux() && !NativeHeap.isChosen(System.getenv()), "glibc's own settings hold");
        NativeHeap.keepFreed();
        NativeHeap.giveBack(); // what other tests have left, which would be used again
        long before = resident();
        List<Memory> pieces = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Memory piece = new Memory(15L * MB);
            piece.clear();
            pieces.add(piece);
        }
        pieces.forEach(Memory::close);
        long freed = resident();
        NativeHeap.giveBack();
        long given = resident();

        assertTrue(freed > before + 200, before + " MB became " + freed + " MB");
        assertTrue(given < freed - 200, freed + " MB became " + given + " MB");
    }

    @Test
    void whatTheUserChoseStays() {
        assertFalse(NativeHeap.isChosen(Map.of("PATH", "/bin", "GLIBC_TUNABLES", "glibc.cpu.hwcaps=AVX2")));
        assertTrue(NativeHeap.isChosen(Map.of("MALLOC_ARENA_MAX", "2")));
        assertTrue(NativeHeap.isChosen(Map.of("GLIBC_TUNABLES", "glibc.malloc.arena_max=2")));
    }
}
