package io.github.ndrfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NvidiaTest {

    /** In the form that NVIDIA's manual of nvidia-smi gives for --format=csv,noheader,nounits. */
    @Test
    void everyLineIsAGpu() {
        Nvidia nvidia = Nvidia.parse(
                """
                0, NVIDIA GeForce RTX 4070, 12282, 11873, 8.9, 570.86.15
                1, NVIDIA T400, 4096, [N/A], [N/A], 570.86.15
                """);

        assertEquals(Optional.of("570.86.15"), nvidia.driver());
        assertEquals(
                List.of(
                        new Gpu(0, "NVIDIA GeForce RTX 4070", 12282L << 20, 11873L << 20, 8.9),
                        new Gpu(1, "NVIDIA T400", 4096L << 20, 0, 0)),
                nvidia.gpus());
        assertEquals(570, nvidia.major());
        assertEquals(
                "gpu:0, NVIDIA GeForce RTX 4070, 12282 MiB (11873 MiB free), compute capability 8.9",
                nvidia.gpus().get(0).toString());
    }

    @Test
    void whatIsNoGpuIsNone() {
        assertEquals(Nvidia.NONE, Nvidia.parse("No devices were found\n"));
        assertEquals(0, Nvidia.NONE.major());
    }

    @Test
    void theModuleTellsTheDriver() {
        String text =
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.14  Thu Feb 22 01:44:30 UTC 2024\nGCC version: gcc 12.2.0\n";

        assertEquals(new Nvidia(Optional.of("550.54.14"), List.of()), Nvidia.ofModule(text));
    }

    @Test
    void theHeadTellsCuda() {
        String text = "| NVIDIA-SMI 570.86.15   Driver Version: 570.86.15   CUDA Version: 12.8     |";

        assertEquals(Optional.of("12.8"), Nvidia.cuda(text));
        assertEquals(Optional.empty(), Nvidia.cuda(""));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatFailsOrIsMissingTellsNothing() {
        assertEquals(Optional.of("told\n"), Machine.run("echo", "told"));
        assertEquals(Optional.empty(), Machine.run("false"));
        assertEquals(Optional.empty(), Machine.run("ndr-no-such-program"));
    }
}
