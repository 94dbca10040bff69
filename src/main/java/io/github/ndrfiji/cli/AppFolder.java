package io.github.ndrfiji.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a Fiji or of a plain ImageJ. */
record AppFolder(Path root, Kind kind) {

    private static final String IMAGEJ = "ij";
    private static final List<String> FIJI = List.of("imagej", "imagej-legacy");

    enum Kind {
        FIJI("Fiji"),
        PLAIN("ImageJ");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * Finds out what a folder is.
     *
     * @throws IOException if it is missing, or neither Fiji nor ImageJ
     */
    static AppFolder of(Path root) throws IOException {
        if (!Files.isDirectory(root))
            throw new FileNotFoundException(
                    "'" + root + "' is not a folder; give the one in which Fiji's folders 'jars'"
                            + " and 'plugins' lie, or ImageJ's 'ij.jar'.");
        AppFolder fiji = new AppFolder(root, Kind.FIJI);
        if (FIJI.stream().anyMatch(fiji::holds)) return fiji;
        AppFolder plain = new AppFolder(root, Kind.PLAIN);
        if (plain.mainJar().isPresent()) return plain;
        throw new IOException("'" + root + "' is neither Fiji nor ImageJ: it has neither 'jars/imagej-legacy-*.jar' nor"
                + " 'ij.jar'. Give the folder in which Fiji's folders 'jars' and 'plugins' lie, or ImageJ's 'ij.jar'.");
    }

    /** ImageJ's own jar in a folder of plain ImageJ. */
    Optional<Path> mainJar() {
        return Stream.of(root, root.resolve("ImageJ.app/Contents/Java"), root.resolve("Contents/Java"))
                .flatMap(folder -> jars(folder, 1).stream())
                .filter(jar -> JarName.of(jar).artifact().equals(IMAGEJ))
                .findFirst();
    }

    /** Whether there is a library of that name, of any version, but for natives. */
    boolean holds(String artifact) {
        return jars().stream()
                .map(JarName::of)
                .anyMatch(jar ->
                        jar.artifact().equals(artifact) && jar.classifier().isEmpty());
    }

    Path jarsFolder() {
        return root.resolve("jars");
    }

    Path pluginsFolder() {
        return root.resolve("plugins");
    }

    /** All jars that it may load, in the order of their paths. */
    List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        if (kind == Kind.PLAIN) mainJar().ifPresent(jars::add);
        jars.addAll(jars(jarsFolder(), Integer.MAX_VALUE));
        jars.addAll(jars(pluginsFolder(), Integer.MAX_VALUE));
        return jars;
    }

    private static List<Path> jars(Path folder, int depth) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> JarName.isJar(file) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder '" + folder + "' cannot be read; check its rights.", e);
        }
    }
}
