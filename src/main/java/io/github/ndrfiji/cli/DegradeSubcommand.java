package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.ImagePlusDegrader;
import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.degrade.DegradationRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ndr degrade}. */
@Command(
        name = "degrade",
        description = {
            "Degrades images synthetically, to try restoration or to train it.",
            "",
            "The result has the image's type: values are rounded, and those that it cannot hold saturate, unless --float"
                    + " is given.",
            ""
        },
        sortOptions = false)
final class DegradeSubcommand implements Callable<Integer> {

    private static final int WIDTH = 80;
    private static final String INDENT = " ".repeat(6);

    private final Interrupt interrupt;

    @Mixin
    private FileArguments files;

    @Option(
            names = "--with",
            required = true,
            paramLabel = "DEGRADATION",
            description =
                    "What to degrade by, as listed below; give it again to degrade by several, in their order. For"
                            + " a range such as noise:10-50 each plane draws its own strength.")
    private List<DegradationRange> degradations;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Equal seeds give equal results; of several images, the next one has the next seed (default:"
                    + " ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private RangeOption range;

    @Option(names = "--float", description = "Give a 32-bit image, neither rounded nor saturated; a TIFF file.")
    private boolean toFloat;

    @Mixin
    private Console console;

    DegradeSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Spec
    void describe(CommandSpec spec) {
        List<String> lines = new ArrayList<>(List.of("", "Degradations:"));
        for (DegradationKind kind : DegradationKind.values()) {
            lines.add("  " + kind.form());
            lines.addAll(wrapped(kind.summary()));
        }
        lines.addAll(List.of(
                "",
                "Examples:",
                "  ndr degrade clean.png -o noisy.png --with noise:25",
                "  ndr degrade clean.tif -o bad.tif --with stripes:10,angle=90 --with poisson:30",
                "  ndr degrade clean/ -o rainy/ --with rain:0.2-1 --seed 7"));
        spec.usageMessage().footer(lines.toArray(String[]::new));
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    @Override
    public Integer call() throws IOException {
        ImagePlusDegrader degrader = new ImagePlusDegrader(degradations, range.policy(), toFloat);
        return new FileWork(console, interrupt)
                .run(files.jobs(toFloat), (image, index, progress) -> degrader.degrade(image, seed + index, progress));
    }
}
