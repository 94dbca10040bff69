package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoTest {

    @TempDir
    Path folder;

    @AfterEach
    void noFolder() {
        System.clearProperty("NDR_MODELS");
    }

    @Test
    void listsVersionsDevicesAndModels() throws IOException {
        System.setProperty("NDR_MODELS", folder.toString());
        Files.copy(Path.of("src", "test", "resources", "bundles", "format-1.ndr"), folder.resolve("mine.ndr"));

        Call call = Call.ndr("info");

        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("Java           " + System.getProperty("java.version")), call.out());
        assertTrue(call.out().contains("DJL            0."), call.out());
        assertTrue(call.out().contains("libtorch       2."), call.out());
        assertTrue(call.out().contains("Device         cpu, "), call.out());
        assertTrue(call.out().contains("Model          mine (installed): "), call.out());
        assertTrue(call.out().contains("Models folder  " + folder), call.out());
    }
}
