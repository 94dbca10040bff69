package io.github.ndrfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenCachesTest {

    @TempDir
    Path processor;

    @Test
    void aProcessorThatTellsItsCachesIsNotLimited() throws IOException {
        Files.createDirectories(processor.resolve("cache/index0"));
        assertFalse(HiddenCaches.limit(processor, Map.of()));
    }

    @Test
    void oneThatHidesThemIs() throws IOException {
        assertTrue(HiddenCaches.limit(processor, Map.of()));
        Files.createDirectories(processor.resolve("cache"));
        assertTrue(HiddenCaches.limit(processor, Map.of()));
    }

    @Test
    void whatTheUserChoseStays() {
        assertFalse(HiddenCaches.limit(processor, Map.of("ONEDNN_MAX_CPU_ISA", "AVX512_CORE")));
    }

    @Test
    void anotherSystemHasNoSuchFolder() {
        assertFalse(HiddenCaches.limit(processor.resolve("missing"), Map.of()));
    }

    /** On a machine that hides nothing this cannot be tried. */
    @Test
    void oneDnnIsToldByTheEnvironment() {
        assumeTrue(HiddenCaches.limit(), "this processor tells its caches, or the user has chosen");
        HiddenCaches.heed();
        assertEquals(
                "AVX2", Function.getFunction("c", "getenv").invokeString(new Object[] {"ONEDNN_MAX_CPU_ISA"}, false));
    }
}
