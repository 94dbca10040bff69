package io.github.ndrfiji.engine;

import java.io.IOException;
import java.io.InputStream;

/**
 * A library to be fetched.
 *
 * @param name of the file
 * @param size bytes to read, or -1 where nobody tells
 * @param opener opens what is to be read: compressed by gzip, or as it is
 * @param packed whether it is compressed by gzip
 */
record LibtorchFile(String name, long size, Opener opener, boolean packed) {

    /** Opens a stream, which the caller closes. */
    @FunctionalInterface
    interface Opener {
        /** @throws IOException also while it is read, if the data are not those that were packed */
        InputStream open() throws IOException;
    }

    LibtorchFile {
        if (!name.matches("[\\w.+-]+") || name.startsWith("."))
            throw new IllegalArgumentException("'" + name
                    + "' is no name of a library; it must be one of letters, digits, '.', '-', '_' and '+'.");
    }
}
