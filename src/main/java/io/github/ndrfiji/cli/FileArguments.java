package io.github.ndrfiji.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files that a command reads and writes. */
final class FileArguments {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "An image, or several images and folders of images if OUTPUT is a folder.")
    private List<Path> inputs;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUTPUT",
            description = "The file for the result (.tif keeps everything, .png and .jpg hold one plane), or a folder.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace results that exist already.")
    private boolean overwrite;

    /** @param toFloat whether results have 32 bits */
    List<FileJob> jobs(boolean toFloat) throws IOException {
        return WrongCall.unless(() -> FileJob.plan(inputs, output, overwrite, toFloat), command);
    }
}
