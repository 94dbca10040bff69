package io.github.ndrfiji.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file by which a user ends a training early: whoever makes it, in whatever way, says that the model is good enough.
 *
 * <p>Works without a terminal, on every system, from another machine and from a job's script: {@code touch
 * cells.ndr.finish}, or on Windows {@code type nul > cells.ndr.finish}.
 */
final class FinishFile {

    private final Path file;
    private boolean seen;

    private FinishFile(Path file) {
        this.file = file;
    }

    /**
     * {@code MODEL.finish} beside a model. One that is there already was meant for an earlier run, and is deleted.
     *
     * @param model the file {@code MODEL}
     */
    static FinishFile beside(Path model) throws IOException {
        FinishFile finish = new FinishFile(model.resolveSibling(model.getFileName() + ".finish"));
        Files.deleteIfExists(finish.file);
        return finish;
    }

    /** Whether it was made since. From then on it is no longer needed. */
    boolean isThere() {
        seen |= Files.exists(file);
        return seen;
    }

    /** Deletes it after the run, so that it does not end the next. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    String name() {
        return file.getFileName().toString();
    }
}
