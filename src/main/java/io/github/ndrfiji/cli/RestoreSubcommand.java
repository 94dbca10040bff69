package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.ImagePlusMapper;
import io.github.ndrfiji.command.ImagePlusMapper.RestoredAndMapped;
import io.github.ndrfiji.command.ImagePlusRestorer;
import io.github.ndrfiji.maps.MapChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ndr restore}. */
@Command(
        name = "restore",
        description = {
            "Restores images and stacks.",
            "",
            "The result has the image's type, size, calibration, colours and labels; its info (Image > Show Info... in"
                    + " ImageJ) says how it was made. --maps gives the maps of 'ndr maps' too, in the same pass of the"
                    + " network.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            MapOptions.LAYERS,
            "",
            "Examples:",
            "  ndr restore noisy.tif -o restored.tif",
            "  ndr restore *.png -o restored/",
            "  ndr restore stacks/ -o restored/ --model cells.ndr --range 0:4095 --device gpu",
            "  ndr restore noisy.tif -o restored.tif --maps maps.tif --layers dominant,change"
        })
final class RestoreSubcommand implements Callable<Integer> {

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOption output;

    @Mixin
    private FileArguments files;

    @Option(
            names = "--maps",
            paramLabel = "MAPS",
            description =
                    "Also give degradation maps, in this file (.tif) or folder. --layers, --top and --level say which,"
                            + " and go with --maps only.")
    private Path maps;

    @Mixin
    private MapOptions mapped;

    @Mixin
    private ModelOptions model;

    @Mixin
    private Console console;

    RestoreSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        if (maps != null) return restoreAndMap();
        mapped.requireNone("--maps, the file or folder for the maps");
        List<FileJob> jobs = files.jobs(new Destination(output.path(), false));
        try (ImagePlusRestorer restorer =
                WrongCall.unless(() -> ImagePlusRestorer.open(model.model(), model.device(), model.options()), spec)) {
            model.tellDevice(console);
            return new FileWork(console, interrupt)
                    .run(jobs, (image, index, progress) -> List.of(restorer.restore(image, progress)));
        }
    }

    private int restoreAndMap() throws IOException {
        MapChoice choice = mapped.choice();
        List<FileJob> jobs = files.jobs(new Destination(output.path(), false), new Destination(maps, true));
        try (ImagePlusMapper mapper = WrongCall.unless(
                () -> ImagePlusMapper.open(model.model(), model.device(), model.options(), choice), spec)) {
            model.tellDevice(console);
            return new FileWork(console, interrupt).run(jobs, (image, index, progress) -> {
                RestoredAndMapped result = mapper.restore(image, progress);
                return List.of(result.restored(), result.mapped().maps());
            });
        }
    }
}
