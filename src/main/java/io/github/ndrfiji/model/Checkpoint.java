package io.github.ndrfiji.model;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A training run at one moment. Its file is a bundle with further entries, so it also opens as a {@link ModelBundle}.
 *
 * @param model the model as trained so far
 * @param state counters, seeds and cursors in a text that only the training understands
 * @param stateArrays moments of the optimiser and the like
 */
public record Checkpoint(ModelBundle model, String state, NamedArrays stateArrays) {

    /**
     * Reads a checkpoint.
     *
     * @throws ModelFormatException if the file is not a checkpoint that was written completely
     */
    public static Checkpoint read(Path file) throws IOException {
        try (BundleReader reader = BundleReader.open(file)) {
            return reader.checkpoint();
        }
    }

    /**
     * Writes a checkpoint in full precision, beside {@code file} and then moved into place.
     *
     * @throws IllegalArgumentException if a number is not finite; the old file stays
     */
    public void write(Path file) throws IOException {
        BundleWriter.write(this, file);
    }
}
