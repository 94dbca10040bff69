package io.github.ndrfiji.cli;

import io.github.ndrfiji.benchmark.Benchmark;
import io.github.ndrfiji.benchmark.BenchmarkPlan;
import io.github.ndrfiji.benchmark.Machine;
import io.github.ndrfiji.benchmark.Measurement;
import io.github.ndrfiji.command.EngineReport;
import io.github.ndrfiji.model.ModelRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ndr benchmark}. */
@Command(
        name = "benchmark",
        description = {
            "Measures how fast this machine restores, and learns.",
            "",
            "Prints a table in Markdown, to post or to send: the time until the first tile is restored, and for each device,"
                    + " model and size the time to restore an image, pixels a second, and memory. The images are made for"
                    + " it. Let nothing else run on the machine meanwhile.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ndr benchmark",
            "  ndr benchmark --device cpu --device gpu --size 512,2048 -o speed.md",
            "  ndr benchmark --model cells.ndr --train -o speed.csv"
        })
final class BenchmarkSubcommand implements Callable<Integer> {

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            description =
                    "A model that 'ndr info' lists, or a .ndr file; may be given several times (default: the models"
                            + " that come with the program).")
    private List<String> models;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "Where to run, as for 'ndr restore'; may be given several times (default: ${DEFAULT-VALUE}).")
    private List<String> devices;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            split = ",",
            defaultValue = "256,512",
            description = "Sides of the square images, separated by commas (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each is measured, after once to warm up (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--train",
            description =
                    "Measure training steps too, of networks as large as the model's, with the default settings of"
                            + " 'ndr train'.")
    private boolean train;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "TABLE",
            description = "A file for the table too: .md for Markdown, .csv for comma-separated values in full.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace a table that exists already.")
    private boolean overwrite;

    @Mixin
    private Console console;

    BenchmarkSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        Optional<TableFile> file = WrongCall.unless(this::file, spec);
        Benchmark benchmark =
                WrongCall.unless(() -> Benchmark.open(new BenchmarkPlan(models(), devices, sizes, runs, train)), spec);
        List<Measurement> measured =
                benchmark.run(name -> new ConsoleProgress(console, interrupt, name, System::nanoTime));
        BenchmarkTable table =
                new BenchmarkTable(Machine.with(benchmark.devices()), EngineReport.version(), runs, measured);
        console.erase();
        spec.commandLine().getOut().print(table.markdown());
        spec.commandLine().getOut().flush();
        if (file.isPresent()) file.get().write(isCsv() ? table.csv() : table.markdown());
        return 0;
    }

    private Optional<TableFile> file() throws IOException {
        if (output == null) return Optional.empty();
        if (!isCsv() && !hasExtension(".md"))
            throw new IllegalArgumentException(
                    "'" + output + "' must be named as a table, such as speed.md or speed.csv.");
        return Optional.of(TableFile.plan(output, overwrite));
    }

    private boolean isCsv() {
        return hasExtension(".csv");
    }

    private boolean hasExtension(String extension) {
        return output.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    private List<String> models() throws IOException {
        if (models != null) return models;
        return ModelRegistry.standard().list().stream()
                .filter(model -> model.source() == ModelRegistry.Source.SHIPPED)
                .map(ModelRegistry.Model::name)
                .toList();
    }
}
