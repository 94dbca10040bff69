package io.github.ndrfiji.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command tells while it works: lines on the standard error, and on a terminal one line that is redrawn. */
final class Console {

    /** Set by the launcher, because Java cannot tell whether the standard error is a terminal. */
    private static final String TERMINAL = "ndr.terminal";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell nothing but failures.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli heeds it
    private boolean help;

    private int drawn;

    boolean isTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    /** Prints a line, unless the user wants quiet. */
    void say(String line) {
        if (quiet) return;
        erase();
        err().println(line);
    }

    /** Prints what failed and, unless the message tells it, with which file; where in the program if the user wants to know. */
    void fail(Path file, Throwable e) {
        String name = file.getFileName().toString();
        fail(Failures.message(e).contains(name) ? "" : name + ": ", e);
    }

    /** The same with anything before the message. */
    void fail(String context, Throwable e) {
        if (Ndr.of(command).isDebug()) e.printStackTrace(err());
        fail(context + Failures.message(e));
    }

    /** Prints a line even if the user wants quiet. */
    void fail(String line) {
        erase();
        err().println("ndr: " + line);
    }

    /** Shows a line in place of the one drawn before. For terminals. */
    void draw(String line) {
        if (quiet) return;
        err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        err().flush();
        drawn = line.length();
    }

    /** Removes what was drawn. */
    void erase() {
        if (drawn == 0) return;
        err().print("\r" + " ".repeat(drawn) + "\r");
        err().flush();
        drawn = 0;
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
