package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.engine.FakeServer;
import io.github.ndrfiji.tensor.Torch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CheckEngineCommandTest extends CommandTest {

    @Test
    void itTellsWhatRunsWhere() throws Exception {
        String report = (String) run(CheckEngineCommand.class, Map.of()).getOutput("report");

        for (String name : List.of(
                "NDR-Restore",
                "ImageJ",
                "Java",
                "DJL",
                "DJL's JNI",
                "JNA",
                "libtorch",
                "Device",
                "NVIDIA driver",
                "CUDA libtorch",
                "Auto takes",
                "Model"))
            assertTrue(report.contains("\n" + name + " ") || report.startsWith(name), name + " in " + report);
        assertTrue(report.contains(System.getProperty("java.version")), report);
        assertTrue(report.contains(models.toString()), report);
    }

    /** A macro's word is its consent. */
    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.WINDOWS},
            architectures = "amd64",
            disabledReason = "there is no libtorch with CUDA")
    void itInstallsWhatAGpuNeeds(@TempDir Path folder) throws Exception {
        assertTrue(Torch.threads() > 0); // or the engine would be unpacked into the cache of this test
        Path cache = folder.resolve("cache");
        System.setProperty(
                "NDR_LIBTORCH", FakeServer.in(folder.resolve("server")).toString());
        System.setProperty("ENGINE_CACHE_DIR", cache.toString());
        try {
            run(CheckEngineCommand.class, Map.of("action", "install-gpu"));
        } finally {
            System.clearProperty("NDR_LIBTORCH");
            System.clearProperty("ENGINE_CACHE_DIR");
        }

        try (Stream<Path> installed = Files.list(cache.resolve("pytorch"))) {
            assertTrue(
                    installed.findFirst().orElseThrow().getFileName().toString().startsWith("2.7.1-cu128-"));
        }
    }

    @Test
    void anUnknownActionIsRefusedWithThoseThereAre() {
        Exception refused =
                assertThrows(Exception.class, () -> run(CheckEngineCommand.class, Map.of("action", "install")));

        assertTrue(messageOf(refused).contains("take check or install-gpu"), messageOf(refused));
    }
}
