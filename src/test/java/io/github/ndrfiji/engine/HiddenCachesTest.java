package io.github.ndrfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HiddenCachesTest {

    @TempDir
    Path processor;

    @Test
    void aProcessorThatTellsItsCachesIsNotLimited() throws IOException {
        Files.createDirectories(processor.resolve("cache/index0"));
        assertFalse(HiddenCaches.matter(processor, Map.of()));
    }

    @Test
    void oneThatHidesThemIs() throws IOException {
        assertTrue(HiddenCaches.matter(processor, Map.of()));
        Files.createDirectories(processor.resolve("cache"));
        assertTrue(HiddenCaches.matter(processor, Map.of()));
    }

    @Test
    void whatTheUserChoseStays() {
        assertFalse(HiddenCaches.matter(processor, Map.of("ONEDNN_MAX_CPU_ISA", "AVX512_CORE")));
        assertFalse(HiddenCaches.matter(processor, Map.of("DNNL_MAX_CPU_ISA", "AVX512_CORE")));
    }

    @Test
    void anotherSystemHasNoSuchFolder() {
        assertFalse(HiddenCaches.matter(processor.resolve("missing"), Map.of()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void librariesSeeWhatIsSet() {
        HiddenCaches.set("NDR_TEST_OF_SETENV", "AVX2");
        assertEquals(
                "AVX2", Function.getFunction("c", "getenv").invokeString(new Object[] {"NDR_TEST_OF_SETENV"}, false));
    }
}
