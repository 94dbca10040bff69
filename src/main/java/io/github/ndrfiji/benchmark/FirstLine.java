package io.github.ndrfiji.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** What a program of the system answers. */
final class FirstLine {

    private FirstLine() {}

    /** @return none where there is no such program, or it fails or says nothing */
    static Optional<String> of(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try (BufferedReader out = process.inputReader(Charset.defaultCharset())) {
                Optional<String> line = out.lines().toList().stream().findFirst();
                return process.waitFor() == 0
                        ? line.map(String::strip).filter(text -> !text.isEmpty())
                        : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
