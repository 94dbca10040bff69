package io.github.ndrfiji.cli;

import io.github.ndrfiji.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Changes to the files below a folder that take place together: unless they are kept, closing undoes them.
 *
 * <pre>{@code
 * try (FolderChanges changes = new FolderChanges(folder)) {
 *     changes.remove(old);
 *     changes.put(folder.resolve("new.jar"), out -> Files.copy(jar, out));
 *     changes.keep();
 * }
 * }</pre>
 */
final class FolderChanges implements AutoCloseable {

    @FunctionalInterface
    private interface Undo {
        void run() throws IOException;
    }

    /** Beside the files, so that moving is renaming. */
    private final Path aside;

    private final Deque<Undo> undos = new ArrayDeque<>();

    FolderChanges(Path folder) {
        aside = folder.resolve(".ndr-restore-" + UUID.randomUUID());
    }

    /** Writes a file, over one that may be there, and makes the folder for it. */
    void put(Path file, AtomicFile.Content content) throws IOException {
        makeFolder(file.getParent());
        if (Files.exists(file)) remove(file);
        AtomicFile.write(file, content);
        undos.push(() -> Files.deleteIfExists(file));
    }

    void remove(Path file) throws IOException {
        if (Files.notExists(aside)) {
            Files.createDirectory(aside);
            undos.push(() -> Files.deleteIfExists(aside));
        }
        Path moved = aside.resolve(Integer.toString(undos.size()));
        Files.move(file, moved);
        undos.push(() -> Files.move(moved, file));
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Files.createDirectory(folder);
        undos.push(() -> Files.deleteIfExists(folder));
    }

    void keep() {
        undos.clear();
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        while (!undos.isEmpty()) {
            try {
                undos.pop().run();
            } catch (IOException e) {
                if (failed == null) failed = e;
                else failed.addSuppressed(e);
            }
        }
        if (failed != null) throw failed;
        if (Files.exists(aside)) Folders.delete(aside);
    }
}
