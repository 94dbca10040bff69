package io.github.ndrfiji;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
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
        Path folder = folder(target);
        Path beside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writer.write(beside);
            force(beside);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
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
                folder(target),
                file -> name.matcher(file.getFileName().toString()).matches())) {
            for (Path leftover : leftovers) Files.deleteIfExists(leftover);
        }
    }

    private static Path folder(Path target) throws FileNotFoundException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder))
            throw new FileNotFoundException("The folder '" + folder + "' does not exist; make it first.");
        return folder;
    }

    /** Waits until the disk has it, so that a power cut after the move leaves no empty file. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) { // some network drives
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
