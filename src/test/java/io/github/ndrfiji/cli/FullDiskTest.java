package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell's limit on the size of files stands for a disk that is full: writing fails in the middle of the result. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {

    private static final int LIMIT_IN_BLOCKS = 64; // of 512 or 1024 bytes, by shell; the result takes 820 kB

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsAnErrorAndLeavesNoFile() throws Exception {
        Path output = folder.resolve("out.tif");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String program = "ulimit -f " + LIMIT_IN_BLOCKS + "; exec \"$@\"";
        Process process = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        program,
                        "sh",
                        java,
                        "-XX:-UsePerfData", // a file of the JVM's own that would be too large
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ndr.class.getName(),
                        "degrade",
                        new File("sample-data/cells-noisy.tif").getPath(),
                        "-o",
                        output.toString(),
                        "--with",
                        "noise:10"))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(Ndr.FAILED, process.waitFor(), printed);
        assertTrue(printed.contains("cannot be written"), printed);
        assertTrue(printed.contains("check the space on the disk"), printed);
        assertFalse(Files.exists(output));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
