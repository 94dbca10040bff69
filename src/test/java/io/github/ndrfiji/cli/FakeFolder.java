package io.github.ndrfiji.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders whose jars have names, but nothing of use in them. */
final class FakeFolder {

    private FakeFolder() {}

    /** Writes files that hold nothing but their own names. */
    static Path with(Path root, String... files) throws IOException {
        Files.createDirectories(root);
        for (String file : files) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), file);
        }
        return root;
    }

    /** A program whose plugin and libraries have names of their own in them. */
    static Program program(Path root, String version, String... libraries) throws IOException {
        with(root, "ndr.jar");
        List<Path> jars = new ArrayList<>();
        for (String library : libraries) jars.add(with(root, library).resolve(library));
        return new Program(root.resolve("ndr.jar"), version, jars);
    }

    /** All files by their paths, with what they hold. */
    static SortedMap<String, String> files(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.toList())
                if (!file.equals(root))
                    files.put(
                            root.relativize(file).toString().replace('\\', '/'),
                            Files.isDirectory(file) ? "" : Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return files;
    }
}
