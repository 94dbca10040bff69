package io.github.ndrfiji.cli;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusIdentifier;
import io.github.ndrfiji.command.ImagePlusIdentifier.IdentifiedPlane;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ndr identify}. */
@Command(
        name = "identify",
        description = {
            "Tells what images suffer from.",
            "",
            "A line for each plane, and for each of its channels that are not red, green and blue: the likeliest kinds of"
                    + " degradation with the confidence in each, and the strength that it is most like; or that it is unlike"
                    + " all that the model was trained on. A model knows the kinds of its training and no others.",
            ""
        },
        sortOptions = false,
        footer = {"", "Examples:", "  ndr identify photo.png", "  ndr identify plate/ --model cells.ndr"})
final class IdentifySubcommand implements Callable<Integer> {

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Images, and folders of images.")
    private List<Path> inputs;

    @Mixin
    private ModelOptions model;

    @Mixin
    private Console console;

    IdentifySubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> images = FileJob.images(inputs);
        try (ImagePlusIdentifier identifier = WrongCall.unless(
                () -> ImagePlusIdentifier.open(model.model(), model.device(), model.options()), spec)) {
            model.tellDevice(console);
            return new FileWork(console, interrupt)
                    .each(images, (file, index, progress) -> print(file, identifier, progress));
        }
    }

    private void print(Path file, ImagePlusIdentifier identifier, Progress progress) throws IOException {
        List<IdentifiedPlane> planes = identifier.identify(ImageFiles.open(file), progress);
        console.erase();
        PrintWriter out = spec.commandLine().getOut();
        for (IdentifiedPlane plane : planes) {
            String at = planes.size() == 1 ? "" : "  C" + plane.c() + " Z" + plane.z() + " T" + plane.t();
            out.println(file.getFileName() + at + "  " + plane.found().inWords(model.model()));
        }
    }
}
