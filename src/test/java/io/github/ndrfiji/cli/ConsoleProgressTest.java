package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConsoleProgressTest {

    private final StringWriter err = new StringWriter();
    private long seconds;

    @AfterEach
    void noTerminal() {
        System.clearProperty("ndr.terminal");
    }

    @Test
    void withoutATerminalEveryTenthIsALineWithTheTimeLeft() {
        ConsoleProgress progress = progress();

        for (int done = 0; done <= 1000; done++) {
            seconds = done;
            progress.report(done, 1000);
        }

        assertEquals(
                """
                a.tif   10 %, 15:00 left
                a.tif   20 %, 13:20 left
                a.tif   30 %, 11:40 left
                a.tif   40 %, 10:00 left
                a.tif   50 %, 8:20 left
                a.tif   60 %, 6:40 left
                a.tif   70 %, 5:00 left
                a.tif   80 %, 3:20 left
                a.tif   90 %, 1:40 left
                """,
                err.toString());
    }

    /** Of 31 s: what is done after 10, 20 and 30 s. */
    @Test
    void withoutATerminalThereAreTenSecondsBetweenTwoLines() {
        ConsoleProgress progress = progress();

        for (int done = 0; done <= 31; done++) {
            seconds = done;
            progress.report(done, 31);
        }

        assertEquals(
                """
                a.tif   32 %, 0:21 left
                a.tif   65 %, 0:11 left
                a.tif   97 %, 0:01 left
                """,
                err.toString());
    }

    @Test
    void withoutATerminalWhatIsDoneWithinTenSecondsHasNoLine() {
        ConsoleProgress progress = progress();

        for (int done = 0; done <= 9; done++) {
            seconds = done;
            progress.report(done, 9);
        }

        assertEquals("", err.toString());
    }

    @Test
    void aTerminalShowsABarThatIsErasedBeforeALine() {
        System.setProperty("ndr.terminal", "true");
        ConsoleProgress progress = progress();

        progress.report(0, 4);
        seconds = 3600;
        progress.report(1, 4);
        progress.log("done");

        assertEquals(
                "\ra.tif  [........................]   0 %"
                        + "\ra.tif  [######..................]  25 %, 3:00:00 left"
                        + "\r" + " ".repeat(53) + "\r"
                        + "a.tif: done\n",
                err.toString());
    }

    @Test
    void theBarIsNotRedrawnForEveryReport() {
        System.setProperty("ndr.terminal", "true");
        ConsoleProgress progress = progress();

        for (int done = 0; done < 100; done++) progress.report(done, 100);

        assertEquals("\ra.tif  [........................]   0 %", err.toString());
    }

    @Test
    void quietShowsNothing() {
        ConsoleProgress progress = progress("--quiet");

        progress.report(1, 2);
        progress.log("done");

        assertEquals("", err.toString());
    }

    private ConsoleProgress progress(String... args) {
        Shell shell = new Shell();
        new CommandLine(shell).setErr(new PrintWriter(err)).parseArgs(args);
        return new ConsoleProgress(shell.console, Interrupt.manual(), "a.tif", () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    @Command
    private static final class Shell {
        @Mixin
        private Console console;
    }
}
