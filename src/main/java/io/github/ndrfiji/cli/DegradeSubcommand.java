package io.github.ndrfiji.cli;

import ij.ImagePlus;
import io.github.ndrfiji.WordWrap;
import io.github.ndrfiji.command.ImagePlusDegrader;
import io.github.ndrfiji.command.ImagePlusTransfer;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ndr degrade}. */
@Command(
        name = "degrade",
        description = {
            "Degrades images, to try restoration or to train it: synthetically (--with), or like a degraded image that you"
                    + " have (--like).",
            "",
            "The result has the image's type: values are rounded, and those that it cannot hold saturate, unless --float"
                    + " is given with --with.",
            ""
        },
        sortOptions = false)
final class DegradeSubcommand implements Callable<Integer> {

    private static final String INDENT = " ".repeat(6);

    /** What a line of picocli's help holds, which has less than 80 characters. */
    private static final int WIDTH = 79 - INDENT.length();

    private static final List<String> ONLY_LIKE = List.of("--model", "--device");
    private static final List<String> ONLY_WITH = List.of("--seed", "--float", "--depth");

    private final Interrupt interrupt;

    private CommandSpec spec;

    @Mixin
    private OutputOption output;

    @Mixin
    private FileArguments files;

    @Option(
            names = "--with",
            paramLabel = "DEGRADATION",
            description = "What to degrade by, as listed below; join several by +, as in haze:1+noise:10, or give it"
                    + " again, to degrade by them in their order. For a range such as noise:10-50 each plane draws"
                    + " its own strength.")
    private List<DegradationChain> degradations;

    @Option(
            names = "--depth",
            paramLabel = "FILE|FOLDER",
            description =
                    "For --with haze: a gray image of how far away each pixel is, bright being far, or a folder with"
                            + " one of the same name for each image. Values from 0 to 1 count as they are, others from the"
                            + " smallest to the largest of the plane; near and relief then do not count.")
    private Path depth;

    @Option(
            names = "--like",
            paramLabel = "REFERENCE",
            description =
                    "A degraded image, in place of --with: a model recognises its degradation tile by tile and puts"
                            + " it onto the images. It may show something else, and have another size. Its value range and"
                            + " that of the images follow from --range, each by itself; 'auto' is as the model was"
                            + " trained.")
    private Path like;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            description = "For --like, a model that 'ndr info' lists, or a .ndr file (default: "
                    + ModelRegistry.DEFAULT_MODEL + ").")
    private String model;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "For --with: equal seeds give equal results; of several images, the next one has the next"
                    + " seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private RangeOption range;

    @Option(
            names = "--float",
            description = "For --with: give a 32-bit image, neither rounded nor saturated; a TIFF file.")
    private boolean toFloat;

    @Mixin
    private Console console;

    DegradeSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Spec
    void describe(CommandSpec spec) {
        this.spec = spec;
        List<String> lines = new ArrayList<>(List.of("", "Degradations:"));
        for (DegradationKind kind : DegradationKind.values()) {
            lines.add("  " + kind.form());
            for (String line : WordWrap.lines(kind.summary(), WIDTH)) lines.add(INDENT + line);
        }
        lines.addAll(List.of(
                "",
                "Examples:",
                "  ndr degrade clean.png -o noisy.png --with noise:25",
                "  ndr degrade clean.tif -o bad.tif --with stripes:10,angle=90 --with poisson:30",
                "  ndr degrade clean/ -o rainy/ --with rain:0.2-1 --seed 7",
                "  ndr degrade clean/ -o hazy/ --with haze:0.6-2+noise:0-20 --depth depths/",
                "  ndr degrade clean/ -o noisy/ --like noisy.tif --model cells.ndr"));
        spec.usageMessage().footer(lines.toArray(String[]::new));
    }

    @Override
    public Integer call() throws IOException {
        check();
        return like == null ? synthesize() : transfer();
    }

    private void check() {
        if ((degradations == null) == (like == null))
            throw wrong("Give --with to degrade synthetically or --like to degrade like an image, and not both.");
        for (String option : like == null ? ONLY_LIKE : ONLY_WITH)
            if (spec.commandLine().getParseResult().hasMatchedOption(option))
                throw wrong(option + " goes with " + (like == null ? "--like" : "--with") + " only; leave it out.");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int synthesize() throws IOException {
        List<DegradationRange> links =
                degradations.stream().flatMap(chain -> chain.links().stream()).toList();
        ImagePlusDegrader degrader = new ImagePlusDegrader(links, range.policy(), toFloat);
        List<FileJob> jobs = files.jobs(new Destination(output.path(), toFloat));
        List<Path> depths = depths(jobs);
        FileJob.requireKept(jobs, depths);
        return new FileWork(console, interrupt).run(jobs, (image, index, progress) -> {
            Optional<ImagePlus> seen =
                    depths.isEmpty() ? Optional.empty() : Optional.of(ImageFiles.open(depths.get(index)));
            return List.of(degrader.degrade(image, seen, seed + index, progress));
        });
    }

    /** The depth image for each job; none if there are none. */
    private List<Path> depths(List<FileJob> jobs) throws IOException {
        if (depth == null) return List.of();
        if (!Files.isDirectory(depth)) return Collections.nCopies(jobs.size(), depth);
        List<Path> candidates = ImageFiles.inFolder(depth);
        List<Path> depths = new ArrayList<>();
        for (FileJob job : jobs) depths.add(FilePair.partnerOf(job.input(), "depth image", depth, candidates));
        return depths;
    }

    private int transfer() throws IOException {
        List<FileJob> jobs = files.jobs(new Destination(output.path(), false));
        FileJob.requireKept(jobs, List.of(like));
        ImagePlus reference = ImageFiles.open(like);
        RestoreOptions options = RestoreOptions.defaults().withRange(range.policy());
        String chosen = model != null ? model : ModelRegistry.DEFAULT_MODEL;
        try (ImagePlusTransfer transfer =
                WrongCall.unless(() -> ImagePlusTransfer.open(chosen, device.name(), options), spec)) {
            device.tell(console);
            return new FileWork(console, interrupt)
                    .run(jobs, (image, index, progress) -> List.of(transfer.transfer(image, reference, progress)));
        }
    }
}
