package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program on a machine whose {@code nvidia-smi} shows a GPU, in JVMs of their own. The GPU is none, so the processor must
 * do the work in the end, and be explained.
 */
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the stand-in for nvidia-smi is a shell script")
class GpuMachineIT {

    private static final String INSTALLED = "2.7.1-cu128-linux-x86_64";

    @TempDir
    Path folder;

    private Path cache;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void makeMachine() throws IOException {
        Path smi = Files.createDirectory(folder.resolve("bin")).resolve("nvidia-smi");
        Files.writeString(
                smi,
                """
                #!/bin/sh
                case ${1:-} in
                --query-gpu=*) echo "0, NVIDIA Test 4070, 12282, 11873, 8.9, 570.86.15" ;;
                *) echo "| NVIDIA-SMI 570.86.15   Driver Version: 570.86.15   CUDA Version: 12.8     |" ;;
                esac
                """);
        Files.setPosixFilePermissions(smi, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("PATH", smi.getParent() + ":" + System.getenv("PATH"));
        cache = Files.createDirectories(folder.resolve("cache").resolve("pytorch"));
        Path unpacked = Path.of(Torch.libtorch().path());
        Files.createSymbolicLink(cache.resolve(unpacked.getFileName()), unpacked); // half a gigabyte
    }

    /** A folder with the libtorch of this JVM, and one for CUDA that is a text. */
    private Path withDamagedCuda(Path target) throws IOException {
        Path made = withoutCuda(target);
        Files.writeString(made.resolve("libtorch_cuda.so"), "no library");
        return made;
    }

    private Path withoutCuda(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> libraries = Files.list(Path.of(Torch.libtorch().path()))) {
            for (Path library : libraries
                    .filter(file -> !file.getFileName().toString().contains("djl"))
                    .toList()) Files.createSymbolicLink(target.resolve(library.getFileName()), library);
        }
        return target;
    }

    private Call ndr(Object... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Ndr.class.getName()));
        for (Object arg : args) command.add(arg.toString());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("ENGINE_CACHE_DIR", cache.getParent().toString());
        int code = builder.start().waitFor();
        return new Call(code, read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void assertTells(String expected, Call call) {
        assertTrue(call.out().contains(expected), expected + " in\n" + call);
    }

    @Test
    void aGpuWithoutACudaLibtorchIsToldEverywhere() throws Exception {
        Call info = ndr("info");

        assertEquals(0, info.code(), info.err());
        assertTells("Device         gpu:0, NVIDIA Test 4070, 12282 MiB (11873 MiB free)", info);
        assertTells("NVIDIA driver  570.86.15, up to CUDA 12.8\n", info);
        assertTells("CUDA libtorch  not installed in " + cache.resolve(INSTALLED), info);
        assertTells("Auto takes     cpu\n", info);
        assertTells("Why no GPU     The libtorch that comes with the program is for processors", info);
        assertTells("What to do     Call 'ndr install-gpu'", info);

        Call auto = ndr("measure", "sample-data/photo-noisy.png");
        assertEquals(0, auto.code(), auto.err());
        assertTrue(auto.err().startsWith("Device: cpu, and no GPU. The libtorch that comes"), auto.err());
        Call asked = ndr("measure", "sample-data/photo-noisy.png", "--device", "cpu");
        assertTrue(asked.err().startsWith("Device: cpu, as asked\n"), asked.err());
        Call gpu = ndr("measure", "sample-data/photo-noisy.png", "--device", "gpu:1");
        assertEquals(2, gpu.code());
        assertTrue(gpu.err().contains("sees no GPU; use cpu or auto. The libtorch that comes"), gpu.err());
    }

    @Test
    void aDamagedCudaLibtorchPutThereByHandIsToldAndTheProcessorDoesTheWork() throws Exception {
        withDamagedCuda(cache.resolve(INSTALLED));

        Call info = ndr("info");

        assertEquals(0, info.code(), info.err());
        assertTells("CUDA libtorch  for CUDA, " + cache.resolve(INSTALLED), info);
        assertTells("Why no GPU     The libtorch with CUDA does not load (", info);
        assertTells("Auto takes     cpu\n", info);
        Call work = ndr("measure", "sample-data/photo-noisy.png");
        assertEquals(0, work.code(), work.err());
        assertTrue(work.err().contains("Device: cpu, and no GPU. The libtorch with CUDA does not load ("), work.err());
        assertTrue(work.out().contains("photo-noisy.png,"), work.out());
    }

    @Test
    void aDamagedLibtorchOfTheUserIsTold() throws Exception {
        Path mine = withDamagedCuda(folder.resolve("mine"));
        environment.put("PYTORCH_LIBRARY_PATH", mine.toString());

        Call work = ndr("measure", "sample-data/photo-noisy.png");

        assertEquals(1, work.code(), work.err());
        assertTrue(
                work.err().contains("PYTORCH_LIBRARY_PATH is '" + mine + "', but the libtorch there does not load"),
                work.err());
        assertTrue(work.err().contains("Unset it"), work.err());
    }

    @Test
    void aLibtorchOfTheUserIsUsed() throws Exception {
        Path mine = withoutCuda(folder.resolve("mine"));
        environment.put("PYTORCH_LIBRARY_PATH", mine.toString());

        Call info = ndr("info");

        assertEquals(0, info.code(), info.err());
        assertTells("libtorch       2.7.1, for processors, " + mine, info);
        assertTells("Why no GPU     PYTORCH_LIBRARY_PATH is '" + mine + "', a libtorch without", info);
    }
}
