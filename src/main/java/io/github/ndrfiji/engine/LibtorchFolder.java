package io.github.ndrfiji.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A folder for a libtorch.
 *
 * @param path as it was given
 * @param state what lies there
 */
public record LibtorchFolder(String path, State state) {

    /** What lies in a folder. */
    public enum State {
        /** There is no such folder. */
        MISSING,
        /** No libtorch. */
        EMPTY,
        /** A libtorch for processors. */
        CPU,
        /** A libtorch for CUDA. */
        CUDA
    }

    /** What lies in a folder now. */
    public static LibtorchFolder of(Path folder) {
        return new LibtorchFolder(folder.toString(), state(folder));
    }

    /** That of {@code PYTORCH_LIBRARY_PATH}: as DJL does, the first of several folders with a libtorch, or of the file. */
    static LibtorchFolder ofSetting(String text) {
        LibtorchFolder last = new LibtorchFolder(text, State.MISSING);
        for (String part : text.split(File.pathSeparator)) {
            LibtorchFolder found = new LibtorchFolder(part, state(part));
            if (found.isUsable()) return found;
            if (found.state == State.EMPTY) last = found;
        }
        return last;
    }

    private static State state(String text) {
        try {
            Path path = Path.of(text);
            boolean isLibrary = Files.isRegularFile(path) && path.endsWith(System.mapLibraryName("torch"));
            return state(isLibrary ? path.toAbsolutePath().getParent() : path);
        } catch (InvalidPathException e) {
            return State.MISSING;
        }
    }

    private static State state(Path folder) {
        if (!Files.isDirectory(folder)) return State.MISSING;
        if (!holds(folder, "torch") || !holds(folder, "torch_cpu")) return State.EMPTY;
        return holds(folder, "torch_cuda") ? State.CUDA : State.CPU;
    }

    private static boolean holds(Path folder, String library) {
        return Files.isRegularFile(folder.resolve(System.mapLibraryName(library)));
    }

    /** Whether there is a libtorch. */
    boolean isUsable() {
        return state == State.CPU || state == State.CUDA;
    }
}
