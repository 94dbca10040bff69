package io.github.ndrfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.engine.LibtorchFolder.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {

    @Test
    void anInstalledCudaLibtorchIsUsedAlthoughOneForProcessorsIsOnTheClassPath() {
        assertEquals(
                Map.of("PYTORCH_LIBRARY_PATH", "cache", "PYTORCH_VERSION", "2.7.1", "PYTORCH_FLAVOR", "cu128"),
                new Found().evidence().settings());
    }

    @Test
    void whatTheUserSetStays() {
        assertEquals(
                Map.of("PYTORCH_VERSION", "2.7.1"),
                new Found().chosen(State.CUDA).flavor("cu128").evidence().settings());
        assertEquals(
                Map.of("PYTORCH_LIBRARY_PATH", "cache", "PYTORCH_FLAVOR", "cu128"),
                new Found().version("2.7.1").evidence().settings());
    }

    @Test
    void aChosenLibtorchIsUsedEvenWithoutAGpu() {
        assertEquals(
                Map.of("PYTORCH_VERSION", "2.7.1", "PYTORCH_FLAVOR", "cu128"),
                new Found().nvidia(null).chosen(State.CUDA).evidence().settings());
        assertEquals(
                Map.of("PYTORCH_VERSION", "2.7.1", "PYTORCH_FLAVOR", "cpu"),
                new Found().chosen(State.CPU).evidence().settings());
    }

    @Test
    void nothingIsSetWhereTheLibtorchOfTheClassPathDoes() {
        assertEquals(Map.of(), new Found().installed(State.MISSING).evidence().settings());
        assertEquals(Map.of(), new Found().nvidia(null).evidence().settings());
        assertEquals(Map.of(), new Found().chosen(State.EMPTY).evidence().settings());
    }

    @Test
    void aFolderIsKnownByItsLibraries(@TempDir Path folder) throws IOException {
        assertEquals(State.MISSING, LibtorchFolder.of(folder.resolve("none")).state());
        assertEquals(State.EMPTY, LibtorchFolder.of(folder).state());
        for (String library : new String[] {"torch", "torch_cpu"})
            Files.createFile(folder.resolve(System.mapLibraryName(library)));
        assertEquals(State.CPU, LibtorchFolder.of(folder).state());
        Files.createFile(folder.resolve(System.mapLibraryName("torch_cuda")));
        assertEquals(State.CUDA, LibtorchFolder.of(folder).state());

        String file = folder.resolve(System.mapLibraryName("torch")).toString();
        assertEquals(State.CUDA, LibtorchFolder.ofSetting(file).state());
        String both = folder.resolve("none") + java.io.File.pathSeparator + folder;
        assertEquals(new LibtorchFolder(folder.toString(), State.CUDA), LibtorchFolder.ofSetting(both));
        assertEquals(State.MISSING, LibtorchFolder.ofSetting("\0").state());
    }
}
