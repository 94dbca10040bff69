package io.github.ndrfiji;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a file beside its target and moves it into place: at every moment the target is the old file or the new one.
 *
 * <p>Nothing is left behind, and the old file untouched, if the writing fails. A program that is killed while it writes
 * leaves a hidden file {@code .NAME.UUID.tmp}, see {@link #deleteLeftovers}.
 */
public final class AtomicFile {

    private static final String UUID_PATTERN = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private AtomicFile() {}

    /** What a file will hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes a file, for writers that take no stream. */
    @FunctionalInterface
    public interface Writer {
        /** @param file not there yet; its name has another extension than the target's */
        void write(Path file) throws IOException;
    }

    /** @throws IOException if it cannot be written, as in a folder that is not there */
    public static void write(Path target, Content content) throws IOException {
        writeBy(
                file -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                        content.writeTo(out);
                    }
                },
                target);
    }

    /** @throws IOException if it cannot be written, as in a folder that is not there */
    public static void writeBy(Writer writer, Path target) throws IOException {
        writeAll(Map.of(target, writer));
    }

    /**
     * Writes several files and moves them into place when all are written. If one cannot be written or moved, all targets are
     * what they were. Only a program that is killed between two moves leaves new files beside old ones.
     *
     * @param writers for different targets
     * @throws IOException if one cannot be written
     */
    public static void writeAll(Map<Path, Writer> writers) throws IOException {
        Map<Replacement, Writer> files = new LinkedHashMap<>();
        for (Map.Entry<Path, Writer> entry : writers.entrySet())
            files.put(new Replacement(entry.getKey()), entry.getValue());
        try {
            for (Map.Entry<Replacement, Writer> entry : files.entrySet())
                entry.getKey().make(entry.getValue());
            moveAll(List.copyOf(files.keySet()));
        } finally {
            for (Replacement file : files.keySet()) file.tidy();
        }
    }

    private static void moveAll(List<Replacement> files) throws IOException {
        int last = files.size() - 1;
        for (Replacement file : files.subList(0, last)) file.keepOld();
        for (int i = 0; i <= last; i++)
            try {
                files.get(i).moveIntoPlace();
            } catch (IOException e) {
                undo(files.subList(0, i), e);
                throw e;
            }
    }

    private static void undo(List<Replacement> moved, IOException cause) {
        for (Replacement file : moved)
            try {
                file.undo();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
    }

    /**
     * Deletes what programs left that were killed while they wrote this file. Only for a file that nobody else writes at the
     * same time.
     *
     * @throws IOException if it cannot be deleted, or the folder is not there
     */
    public static void deleteLeftovers(Path target) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote("." + target.getFileName() + ".") + UUID_PATTERN + "\\.tmp");
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(
                Replacement.folder(target),
                file -> name.matcher(file.getFileName().toString()).matches())) {
            for (Path leftover : leftovers) Files.deleteIfExists(leftover);
        }
    }
}
