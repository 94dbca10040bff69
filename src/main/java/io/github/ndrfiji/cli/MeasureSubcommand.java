package io.github.ndrfiji.cli;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusMeasurer;
import io.github.ndrfiji.command.MeasuredShares;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.RegionChoice;
import io.github.ndrfiji.report.Csv;
import io.github.ndrfiji.restore.AffinityLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ndr measure}. */
@Command(
        name = "measure",
        description = {
            "Measures how much of each learned degradation a model recognises in images.",
            "",
            "The table has a line for each file, plane and channel: the number of the learned degradation with the largest"
                    + " mean share, the mean entropy of the shares in bits, and the mean shares A1 to AN, which sum to"
                    + " 1. Nothing is restored."
        },
        sortOptions = false,
        footer = {"", "Examples:", "  ndr measure plate/ -o plate.csv", "  ndr measure noisy.tif --level 1"})
final class MeasureSubcommand implements Callable<Integer> {

    private static final double ROUNDING = 1e6;

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Images and folders of images.")
    private List<Path> inputs;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "TABLE",
            description = "The file for the table, as comma-separated values; if not given, it is printed.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace a table that exists already.")
    private boolean overwrite;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "mean",
            description = "The level of the network: 1 (the finest), 2, 3, or the mean of all (default:"
                    + " ${DEFAULT-VALUE}).")
    private AffinityLevel level;

    @Mixin
    private ModelOptions model;

    @Mixin
    private Console console;

    MeasureSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> images = FileJob.images(inputs);
        Optional<TableFile> file = output == null ? Optional.empty() : Optional.of(TableFile.plan(output, overwrite));
        try (ImagePlusMeasurer measurer = WrongCall.unless(
                () -> ImagePlusMeasurer.open(model.model(), model.device(), model.options(), level), spec)) {
            model.tellDevice(console);
            Csv table = new Csv();
            table.row(heads(measurer.learned()));
            int code = new FileWork(console, interrupt)
                    .each(images, (image, index, progress) -> measure(image, measurer, table, progress));
            if (file.isPresent()) file.get().write(table.toString());
            else print(table);
            return code;
        }
    }

    private void measure(Path file, ImagePlusMeasurer measurer, Csv table, Progress progress) throws IOException {
        for (MeasuredShares row : measurer.measure(ImageFiles.open(file), RegionChoice.IMAGE, progress))
            table.row(cells(file, row));
        console.say("Measured " + file);
    }

    private void print(Csv table) {
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
    }

    private static List<String> heads(int learned) {
        List<String> heads =
                new ArrayList<>(List.of("Image", "Channel", "Slice", "Frame", "Pixels", "Dominant", "Entropy"));
        IntStream.rangeClosed(1, learned).forEach(n -> heads.add("A" + n));
        return heads;
    }

    private static List<String> cells(Path file, MeasuredShares row) {
        List<String> cells = new ArrayList<>(List.of(
                file.toString(),
                "" + row.channel(),
                "" + row.slice(),
                "" + row.frame(),
                "" + row.shares().pixels(),
                "" + row.shares().dominant(),
                rounded(row.shares().entropy())));
        row.shares().shares().forEach(share -> cells.add(rounded(share)));
        return cells;
    }

    private static String rounded(double value) {
        return Csv.cell(Double.isNaN(value) ? value : Math.rint(value * ROUNDING) / ROUNDING);
    }
}
