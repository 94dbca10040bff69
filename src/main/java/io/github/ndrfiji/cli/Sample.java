package io.github.ndrfiji.cli;

import java.nio.file.Path;

/**
 * A sample for a check.
 *
 * @param input its file
 * @param expected the file that the command line made of it
 */
record Sample(String name, Path input, Path expected) {

    /** The file that a door is to write. */
    Path output(Path folder) {
        return folder.resolve(name + ".tif");
    }
}
