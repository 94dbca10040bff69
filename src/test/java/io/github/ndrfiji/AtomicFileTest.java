package io.github.ndrfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void theNewFileTakesThePlaceOfTheOldOneAndNothingElseIsLeft() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");

        AtomicFile.writeBy(file -> Files.writeString(file, "new"), target);

        assertEquals("new", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void aWriterThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        IOException full = new IOException("no space left");

        IOException e = assertThrows(
                IOException.class,
                () -> AtomicFile.write(target, out -> {
                    out.write(1);
                    throw full;
                }));

        assertSame(full, e);
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void aTargetThatCannotBeReplacedLeavesNothing() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("a.txt/inside"));

        assertThrows(IOException.class, () -> AtomicFile.write(inside.getParent(), out -> out.write(1)));

        assertEquals(List.of(inside.getParent()), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
