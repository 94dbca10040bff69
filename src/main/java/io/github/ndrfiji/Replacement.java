package io.github.ndrfiji;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is made beside its target and moved into place, which can be undone. Hidden files hold what is in between. */
final class Replacement {

    private final Path target;
    private final Path made;
    private final Path old;
    private boolean oldIsNeeded;

    /** @throws FileNotFoundException if the target's folder is not there */
    Replacement(Path target) throws FileNotFoundException {
        Path folder = folder(target);
        this.target = target;
        this.made = beside(folder, target);
        this.old = beside(folder, target);
    }

    /** The folder of a file. */
    static Path folder(Path target) throws FileNotFoundException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder))
            throw new FileNotFoundException("The folder '" + folder + "' does not exist; make it first.");
        return folder;
    }

    private static Path beside(Path folder, Path target) {
        return folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /**
     * Makes the new file, and waits until the disk has it, so that a power cut after the move leaves no empty file.
     *
     * @throws IOException if it cannot be written; says of which file
     */
    void make(AtomicFile.Writer writer) throws IOException {
        made.toFile().deleteOnExit(); // a Java that is told to end does not wait for long writings
        try {
            writer.write(made);
            try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new IOException(
                    "'" + target + "' cannot be written (" + reason(e)
                            + "); check the space on the disk. What was there before remains.",
                    e);
        }
    }

    /** Without the name of the hidden file. */
    private static String reason(IOException e) {
        if (!(e instanceof FileSystemException failure)) return e.getMessage();
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return failure.getReason() == null ? kind : failure.getReason();
    }

    /** Keeps what is there, for {@link #undo}. */
    void keepOld() throws IOException {
        if (!Files.isRegularFile(target)) return;
        try {
            Files.createLink(old, target);
        } catch (UnsupportedOperationException | IOException e) { // some memory cards and network drives
            Files.copy(target, old);
        }
    }

    void moveIntoPlace() throws IOException {
        move(made, target);
    }

    /** Puts back what {@link #keepOld} has kept. Where that fails, what was there remains as a hidden file. */
    void undo() throws IOException {
        oldIsNeeded = true;
        if (Files.exists(old)) move(old, target);
        else Files.delete(target);
        oldIsNeeded = false;
    }

    /** Deletes the hidden files. */
    void tidy() throws IOException {
        Files.deleteIfExists(made);
        if (!oldIsNeeded) Files.deleteIfExists(old);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) { // some network drives
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
