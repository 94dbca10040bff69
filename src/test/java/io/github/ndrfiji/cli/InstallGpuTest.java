package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.engine.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(
        value = {OS.LINUX, OS.WINDOWS},
        architectures = "amd64",
        disabledReason = "there is no libtorch with CUDA")
class InstallGpuTest {

    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void makeSource() throws IOException {
        cache = folder.resolve("cache");
        System.setProperty(
                "NDR_LIBTORCH", FakeServer.in(folder.resolve("server")).toString());
        System.setProperty("ENGINE_CACHE_DIR", cache.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("NDR_LIBTORCH");
        System.clearProperty("ENGINE_CACHE_DIR");
    }

    @Test
    void withoutConsentNothingIsFetched() {
        Call call = Call.ndr("install-gpu");

        assertEquals(2, call.code());
        assertTrue(
                call.err().contains("2 to 3 GB, from '" + folder.resolve("server") + "' into '" + installed()),
                call.err());
        assertTrue(call.err().contains("give --yes to agree"), call.err());
        assertFalse(Files.exists(cache));
    }

    @Test
    void withConsentItIsInstalledOnce() {
        Call call = Call.ndr("install-gpu", "--yes");

        assertEquals(0, call.code(), call.err());
        for (String library : List.of("torch", "torch_cpu", "torch_cuda"))
            assertTrue(Files.exists(installed().resolve(System.mapLibraryName(library))), library);
        assertTrue(call.err().contains("Installed into " + installed()), call.err());

        Call again = Call.ndr("install-gpu");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.err().startsWith("It is installed in " + installed() + " already"), again.err());
    }

    @Test
    void anInterruptLeavesNothing() throws IOException {
        Interrupt interrupt = Interrupt.manual();
        interrupt.request();

        Call call = Call.interruptedBy(interrupt, "install-gpu", "--yes", "-q");

        assertEquals(new Call(130, "", "ndr: Cancelled by the user.\n"), call);
        try (var left = Files.list(cache.resolve("pytorch"))) {
            assertEquals(0, left.count());
        }
    }

    private Path installed() {
        String os = System.getProperty("os.name").startsWith("Windows") ? "win" : "linux";
        return cache.resolve("pytorch").resolve("2.7.1-cu128-" + os + "-x86_64");
    }
}
