package io.github.ndrfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

        assertSame(full, e.getCause());
        assertEquals(
                "'" + target
                        + "' cannot be written (no space left); check the space on the disk. What was there before remains.",
                e.getMessage());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void aTargetThatCannotBeReplacedLeavesNothing() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("a.txt/inside"));

        assertThrows(IOException.class, () -> AtomicFile.write(inside.getParent(), out -> out.write(1)));

        assertEquals(List.of(inside.getParent()), files());
    }

    @Test
    void severalFilesComeTogether() throws IOException {
        Path a = Files.writeString(folder.resolve("a.txt"), "old");
        Path b = folder.resolve("b.txt");

        AtomicFile.writeAll(
                Map.of(a, file -> Files.writeString(file, "new a"), b, file -> Files.writeString(file, "new b")));

        assertEquals("new a", Files.readString(a));
        assertEquals("new b", Files.readString(b));
        assertEquals(Set.of(a, b), Set.copyOf(files()));
    }

    @Test
    void ifOneOfSeveralCannotBeWrittenNoneIs() throws IOException {
        Path a = Files.writeString(folder.resolve("a.txt"), "old");
        Map<Path, AtomicFile.Writer> writers = new LinkedHashMap<>();
        writers.put(a, file -> Files.writeString(file, "new"));
        writers.put(folder.resolve("b.txt"), file -> {
            Files.writeString(file, "half");
            throw new IOException("no space left");
        });

        assertThrows(IOException.class, () -> AtomicFile.writeAll(writers));

        assertEquals("old", Files.readString(a));
        assertEquals(List.of(a), files());
    }

    /** A folder in its place keeps the third file from being moved, when the two others are. */
    @Test
    void ifOneOfSeveralCannotBeMovedTheOthersAreWhatTheyWere() throws IOException {
        Path a = Files.writeString(folder.resolve("a.txt"), "old");
        Path inside = Files.createDirectories(folder.resolve("c.txt/inside"));
        Map<Path, AtomicFile.Writer> writers = new LinkedHashMap<>();
        for (String name : List.of("a.txt", "b.txt", "c.txt"))
            writers.put(folder.resolve(name), file -> Files.writeString(file, "new"));

        assertThrows(IOException.class, () -> AtomicFile.writeAll(writers));

        assertEquals("old", Files.readString(a));
        assertEquals(Set.of(a, inside.getParent()), Set.copyOf(files()));
    }

    @Test
    void whatWritersLeftThatWereKilledIsDeletedAndNothingElse() throws IOException {
        Path target = folder.resolve("a.ndr");
        String uuid = "." + UUID.randomUUID() + ".tmp";
        Set<String> others = Set.of(
                "a.ndr", ".a.ndr.tmp", ".a.ndr.checkpoint" + uuid, ".b.ndr" + uuid, "a.ndr" + uuid, ".a.ndr.x.tmp");
        for (String name : others) Files.createFile(folder.resolve(name));
        Files.createFile(folder.resolve(".a.ndr" + uuid));
        Files.createFile(folder.resolve(".a.ndr." + UUID.randomUUID() + ".tmp"));

        AtomicFile.deleteLeftovers(target);

        assertEquals(
                others,
                files().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
