package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.ImagePlusFigure;
import io.github.ndrfiji.command.ImagePlusMapper;
import io.github.ndrfiji.command.MapForm;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.maps.MapChoice;
import io.github.ndrfiji.restore.AffinityLevel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ndr maps}. */
@Command(
        name = "maps",
        description = {
            "Maps which of the learned degradations a model recognises where.",
            "",
            "The result is a 32-bit TIFF image with the layers as channels and the image's calibration; the label of each"
                    + " slice names its layer.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            MapOptions.LAYERS,
            "",
            "Examples:",
            "  ndr maps noisy.tif -o maps.tif",
            "  ndr maps noisy.tif -o maps.tif --layers dominant,entropy",
            "  ndr maps stacks/ -o maps/ --layers top --top 2 --level 1",
            "  ndr maps noisy.tif --figure figure.png"
        })
final class MapsSubcommand implements Callable<Integer> {

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUTPUT",
            description = "The file for the layers (.tif), or a folder. Not needed with --figure.")
    private Path output;

    @Mixin
    private FileArguments files;

    @Mixin
    private MapOptions maps;

    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description =
                    "A PNG file for a figure of one image: the model's dictionary, the affinities of the degradations"
                            + " that it knows and of the image, and the image with what is recognised in it.")
    private Path figure;

    @Mixin
    private ModelOptions model;

    @Mixin
    private Console console;

    MapsSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        MapChoice choice = maps.choice();
        if (output == null && figure == null)
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--output=OUTPUT' or '--figure=FILE'.");
        Optional<FigureFile> drawing = figure == null
                ? Optional.empty()
                : Optional.of(WrongCall.unless(() -> FigureFile.plan(files.inputs(), figure, files.overwrite()), spec));
        int code = output == null ? 0 : map(files.jobs(new Destination(output, true)), choice);
        if (drawing.isPresent()) draw(drawing.get(), choice.level());
        return code;
    }

    private int map(List<FileJob> jobs, MapChoice choice) throws IOException {
        try (ImagePlusMapper mapper = WrongCall.unless(
                () -> ImagePlusMapper.open(model.model(), model.device(), model.options(), choice), spec)) {
            model.tellDevice(console);
            return new FileWork(console, interrupt)
                    .run(
                            jobs,
                            (image, index, progress) -> List.of(mapper.map(image, MapForm.HYPERSTACK, progress)
                                    .maps()));
        }
    }

    private void draw(FigureFile file, AffinityLevel level) throws IOException {
        try (ImagePlusFigure drawer = WrongCall.unless(
                () -> ImagePlusFigure.open(model.model(), model.device(), model.options(), level), spec)) {
            if (output == null) model.tellDevice(console); // else the maps have told it
            ConsoleProgress progress = new ConsoleProgress(
                    console, interrupt, file.input().getFileName().toString(), System::nanoTime);
            progress.checkCancelled();
            BufferedImage drawn =
                    drawer.of(ImageFiles.open(file.input()), progress).draw();
            progress.checkCancelled();
            file.write(drawn);
            console.say(file.input() + " -> " + file.output());
        }
    }
}
