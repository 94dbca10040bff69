package io.github.ndrfiji.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the results of a command go that makes images of images. */
final class OutputOption {

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUTPUT",
            description = "The file for the result (.tif keeps everything, .png and .jpg hold one plane), or a folder.")
    private Path path;

    Path path() {
        return path;
    }
}
