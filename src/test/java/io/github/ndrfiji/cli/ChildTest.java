package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private Optional<String> run(String script, Duration limit, Interrupt interrupt) throws IOException {
        return Child.run(List.of("sh", "-c", script), folder, folder.resolve("log"), limit, interrupt);
    }

    @Test
    void whatItPrintsIsKept() throws IOException {
        Optional<String> failure = run("echo out; echo err >&2; pwd -P", LONG, Interrupt.manual());

        assertEquals(Optional.empty(), failure);
        assertEquals(List.of("out", "err", folder.toRealPath().toString()), Files.readAllLines(folder.resolve("log")));
    }

    @Test
    void itsExitCodeIsTold() throws IOException {
        assertEquals(Optional.of("it ended with exit code 3"), run("exit 3", LONG, Interrupt.manual()));
    }

    @Test
    void itEndsAtTheLimitWithWhatItStarted() throws IOException {
        Optional<String> failure = run("sleep 600 & echo $!; wait", Duration.ofSeconds(1), Interrupt.manual());

        assertEquals(Optional.of("it was ended because it had not ended after 1 s"), failure);
        long started = Long.parseLong(Files.readString(folder.resolve("log")).strip());
        ProcessHandle.of(started).ifPresent(process -> process.onExit().join());
    }

    @Test
    void itEndsWhenTheUserDoesNotWaitForIt() {
        Interrupt interrupt = Interrupt.manual();
        interrupt.request();
        assertThrows(CancellationException.class, () -> run("sleep 600", LONG, interrupt));
        assertTrue(ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive));
        assertFalse(Thread.interrupted());
    }
}
