package io.github.ndrfiji.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second training away from a checkpoint, be it of this program or of another one on this machine.
 *
 * <p>The operating system holds the lock, on a file {@code CHECKPOINT.lock}, so it ends with a program that is killed. That
 * file alone, which such a program leaves, keeps nobody away.
 */
final class TrainingLock implements AutoCloseable {

    /** Those of this program: closing a second channel of a file could release the lock of the first one. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private TrainingLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, until it is closed.
     *
     * @throws IllegalStateException if another training has it
     * @throws IOException if there is no such folder, it cannot be written to, or its disk knows no locks
     */
    static TrainingLock of(Path checkpoint) throws IOException {
        Path folder = checkpoint.toAbsolutePath().getParent().toRealPath();
        Path file = folder.resolve(checkpoint.getFileName() + ".lock");
        if (!HELD.add(file)) throw refused(checkpoint);
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // The other training deletes the file before it lets go of it: then this is the lock of a file that is
            // gone.
            locked = channel.tryLock() != null && Files.exists(file);
            if (!locked) throw refused(checkpoint);
            return new TrainingLock(file, channel);
        } catch (OverlappingFileLockException e) { // by this class loaded a second time
            throw refused(checkpoint);
        } finally {
            if (!locked) {
                if (channel != null) channel.close();
                HELD.remove(file);
            }
        }
    }

    private static IllegalStateException refused(Path checkpoint) {
        return new IllegalStateException("Another training with the checkpoint '" + checkpoint
                + "' is running; wait for its end, cancel it to go on from there, or choose another name.");
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            HELD.remove(file);
        }
    }
}
