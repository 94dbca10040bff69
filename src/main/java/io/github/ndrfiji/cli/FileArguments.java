package io.github.ndrfiji.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files that a command reads, and whether it may replace others. */
final class FileArguments {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "An image, or several images and folders of images if OUTPUT is a folder.")
    private List<Path> inputs;

    @Option(names = "--overwrite", description = "Replace results that exist already.")
    private boolean overwrite;

    @Option(
            names = "--skip-existing",
            description = "Leave out images whose results exist already, as after a call that was interrupted.")
    private boolean skipExisting;

    List<Path> inputs() {
        return inputs;
    }

    boolean overwrite() {
        return overwrite;
    }

    /**
     * The images to work on.
     *
     * @param destinations one for every kind of result
     */
    List<FileJob> jobs(Destination... destinations) throws IOException {
        if (overwrite && skipExisting)
            throw new ParameterException(
                    command.commandLine(), "--overwrite and --skip-existing contradict each other; give one of them.");
        FileJob.Existing existing = skipExisting ? FileJob.Existing.KEPT : FileJob.Existing.of(overwrite);
        return WrongCall.unless(() -> FileJob.plan(inputs, existing, List.of(destinations)), command);
    }
}
