package io.github.ndrfiji.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, or until it is not wanted any more. */
final class Child {

    private static final long POLL_MS = 100;

    private Child() {}

    /**
     * Runs a command in a folder.
     *
     * @param log the file for what it prints
     * @return how it failed, if it did
     * @throws CancellationException if {@code interrupt} is requested; the program is ended, as after {@code limit}
     */
    static Optional<String> run(List<String> command, Path folder, Path log, Duration limit, Interrupt interrupt)
            throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                if (interrupt.isRequested()) throw new CancellationException();
                if (System.nanoTime() - start > limit.toNanos())
                    return Optional.of("it was ended because it had not ended after " + limit.toSeconds() + " s");
            }
            int code = process.exitValue();
            return code == 0 ? Optional.empty() : Optional.of("it ended with exit code " + code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException().initCause(e);
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        if (!process.isAlive()) return;
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
