package io.github.ndrfiji.cli;

import io.github.ndrfiji.tensor.Torch;
import io.github.ndrfiji.train.Diverged;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence on the standard error what went wrong. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("ndr: " + sentence(message(e)));
        UnmatchedArgumentException.printSuggestions(e, err);
        CommandSpec command = line.getCommandSpec();
        if (command.parent() != null) err.println("Try 'ndr help " + command.name() + "'.");
        return Ndr.WRONG_CALL;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
        if (Ndr.of(line.getCommandSpec()).isDebug()) e.printStackTrace(line.getErr());
        line.getCommandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(Console.class::isInstance)
                .forEach(console -> ((Console) console).erase());
        line.getErr().println("ndr: " + message(e));
        return e instanceof CancellationException ? Ndr.INTERRUPTED : Ndr.FAILED;
    }

    /** The sentence that a user should read. */
    static String message(Throwable e) {
        if (e instanceof CancellationException) return e.getMessage() != null ? e.getMessage() : "Interrupted.";
        if (e instanceof OutOfMemoryError)
            return "Java's " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB of memory are not enough; give it more, as in JAVA_OPTS=-Xmx8g ndr ....";
        if (e instanceof FileSystemException failure && failure.getReason() == null)
            return "'" + failure.getFile() + "' cannot be read or written ("
                    + failure.getClass().getSimpleName().replace("Exception", "") + ").";
        boolean explained = e instanceof IOException
                || e instanceof UncheckedIOException
                || e instanceof IllegalArgumentException
                || e instanceof IllegalStateException
                || e instanceof Diverged;
        if (explained && e.getMessage() != null) return e.getMessage();
        if (Torch.isOutOfMemory(e))
            return "The device has too little memory; close other programs, take --device cpu in place of a GPU, or train"
                    + " with a smaller --batch or --crop.";
        return "Something unexpected happened (" + e + "); run again with --debug, and report what it shows.";
    }

    /** What picocli says of an option that lacks one of its two folders is hard to read. */
    private static String message(ParameterException e) {
        return e instanceof MissingParameterException missing
                        && missing.getMissing().size() == 1
                        && missing.getMissing().get(0) instanceof OptionSpec option
                        && option.arity().min() == 2
                ? option.longestName() + " needs two folders, as in " + option.longestName() + " one/ other/"
                : e.getMessage();
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
