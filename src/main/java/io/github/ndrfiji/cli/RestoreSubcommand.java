package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.ImagePlusRestorer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ndr restore}. */
@Command(
        name = "restore",
        description = {
            "Restores images and stacks.",
            "",
            "The result has the image's type, size, calibration, colours and labels; its info (Image > Show Info... in"
                    + " ImageJ) says how it was made.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ndr restore noisy.tif -o restored.tif",
            "  ndr restore *.png -o restored/",
            "  ndr restore stacks/ -o restored/ --model cells.ndr --range 0:4095 --device gpu"
        })
final class RestoreSubcommand implements Callable<Integer> {

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOption output;

    @Mixin
    private FileArguments files;

    @Mixin
    private ModelOptions model;

    @Mixin
    private Console console;

    RestoreSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        List<FileJob> jobs = files.jobs(output.path(), false);
        try (ImagePlusRestorer restorer =
                WrongCall.unless(() -> ImagePlusRestorer.open(model.model(), model.device(), model.options()), spec)) {
            return new FileWork(console, interrupt)
                    .run(jobs, (image, index, progress) -> restorer.restore(image, progress));
        }
    }
}
