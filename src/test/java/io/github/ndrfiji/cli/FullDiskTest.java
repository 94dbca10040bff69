package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell's limit on the size of files stands for a disk that is full: writing fails in the middle of the result. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {

    private static final int LIMIT_IN_BLOCKS = 64; // of 512 or 1024 bytes, by shell; a result takes 120 kB or more

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsAnErrorAndLeavesNoFile() throws Exception {
        assertFailsAndLeavesNothing(
                "out.tif'",
                "degrade",
                new File("sample-data/cells-noisy.tif"),
                "-o",
                folder.resolve("out.tif"),
                "--with",
                "noise:10");
    }

    /** There is space for the restored image, of 10 kB, but not for three maps of it, of 40 kB each. */
    @Test
    void aDiskThatIsFullAfterOneOfTwoResultsLeavesNone(@TempDir Path inputs) throws Exception {
        Path input = inputs.resolve("plane.tif");
        ImageFiles.save(IJ.createImage("plane", "8-bit ramp", 100, 100, 1), input);

        assertFailsAndLeavesNothing(
                "maps.tif'",
                "restore",
                input,
                "-o",
                folder.resolve("out.tif"),
                "--maps",
                folder.resolve("maps.tif"),
                "--model",
                Path.of("src", "test", "resources", "bundles", "format-1.ndr"),
                "--device",
                "cpu");
    }

    private void assertFailsAndLeavesNothing(String image, Object... args) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "ulimit -f " + LIMIT_IN_BLOCKS + "; exec \"$@\"",
                "sh",
                java,
                "-XX:-UsePerfData", // a file of the JVM's own that would be too large
                "-cp",
                System.getProperty("java.class.path"),
                Ndr.class.getName()));
        for (Object arg : args) command.add(arg.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(Ndr.FAILED, process.waitFor(), printed);
        assertTrue(printed.contains(image + " cannot be written"), printed);
        assertTrue(printed.contains("check the space on the disk"), printed);
        assertFalse(printed.contains(".tmp"), printed);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
