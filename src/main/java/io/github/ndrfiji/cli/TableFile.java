package io.github.ndrfiji.cli;

import io.github.ndrfiji.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for a table. */
record TableFile(Path path) {

    /**
     * Checks before any work that the table can be written.
     *
     * @throws IOException if the file exists and must not be replaced, or cannot be written
     */
    static TableFile plan(Path table, boolean overwrite) throws IOException {
        FileJob.requireFolder(table);
        if (Files.isDirectory(table))
            throw new IOException("'" + table + "' is a folder; give a file for the table, such as table.csv.");
        if (Files.exists(table) && !overwrite)
            throw new IOException("'" + table + "' exists already; add --overwrite to replace it.");
        return new TableFile(table);
    }

    void write(String table) throws IOException {
        AtomicFile.write(path, out -> out.write(table.getBytes(StandardCharsets.UTF_8)));
    }
}
