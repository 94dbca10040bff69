package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.Comparison;
import io.github.ndrfiji.command.Comparison.Similarity;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ndr evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Prints how like an image is to a reference.",
            "",
            "The PSNR in dB is that of the mean squared error over all pixels, channels and planes, each channel divided"
                    + " by its data range. The SSIM (Wang et al. 2004) is the mean over all channels and planes. Of two"
                    + " folders, files of one name are compared, and the last line is the mean."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ndr evaluate restored.tif clean.tif",
            "  ndr evaluate --luma derained/ clean/",
            "  ndr evaluate --range 4095 restored.tif clean.tif"
        })
final class EvaluateSubcommand implements Callable<Integer> {

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RESULT", description = "An image, or a folder of images.")
    private Path result;

    @Parameters(index = "1", paramLabel = "REFERENCE", description = "What it should be; a folder if RESULT is one.")
    private Path reference;

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            description = "The data range: the largest difference that two values can have. If not given: 255 for 8-bit"
                    + " and RGB, else the reference's largest less its smallest value, channel by channel.")
    private Double range;

    @Option(
            names = "--luma",
            description = "Compare only Y of YCbCr (ITU-R BT.601), as papers on rain and resolution do.")
    private boolean luma;

    @Option(
            names = "--fit",
            description =
                    "Bring each plane and channel of RESULT onto the scale of REFERENCE first, by the gain and the"
                            + " offset with the least squared difference: for images of other brightness.")
    private boolean fit;

    @Mixin
    private Console console;

    EvaluateSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        Comparison comparison = comparison();
        if (Files.isDirectory(result) && Files.isDirectory(reference)) return compareFolders(comparison);
        Similarity similarity = compare(new FilePair(result, reference), comparison);
        PrintWriter out = spec.commandLine().getOut();
        out.println("PSNR " + psnr(similarity.psnr()));
        out.println("SSIM " + ssim(similarity.ssim()));
        return 0;
    }

    private Comparison comparison() {
        if (range == null) return new Comparison(OptionalDouble.empty(), luma, fit);
        if (!(range > 0 && Double.isFinite(range)))
            throw new ParameterException(
                    spec.commandLine(), "The data range is " + range + ", but must be a number above 0, such as 255.");
        return new Comparison(OptionalDouble.of(range), luma, fit);
    }

    private int compareFolders(Comparison comparison) throws IOException {
        List<FilePair> pairs = FilePair.ofFolders(result, reference);
        PrintWriter out = spec.commandLine().getOut();
        List<Similarity> compared = new ArrayList<>();
        for (FilePair pair : pairs) {
            try {
                Similarity similarity = compare(pair, comparison);
                out.println(line(pair.result().getFileName().toString(), similarity.psnr(), similarity.ssim()));
                compared.add(similarity);
            } catch (IOException | IllegalArgumentException e) {
                console.fail(pair.result().getFileName() + ": ", e);
            }
        }
        if (!compared.isEmpty())
            out.println(line(
                    "mean of " + compared.size(), mean(compared, Similarity::psnr), mean(compared, Similarity::ssim)));
        return compared.size() < pairs.size() ? Ndr.FAILED : 0;
    }

    private static double mean(List<Similarity> similarities, ToDoubleFunction<Similarity> value) {
        return similarities.stream().mapToDouble(value).average().orElseThrow();
    }

    private Similarity compare(FilePair pair, Comparison comparison) throws IOException {
        String name = pair.result().getFileName().toString();
        ConsoleProgress progress = new ConsoleProgress(console, interrupt, name, System::nanoTime);
        progress.checkCancelled();
        Similarity similarity =
                comparison.of(ImageFiles.open(pair.result()), ImageFiles.open(pair.reference()), progress);
        console.erase();
        String ranges = similarity.ranges().stream()
                .distinct()
                .map(EvaluateSubcommand::number)
                .collect(Collectors.joining(", "));
        console.say("Data range of '" + pair.reference() + "': " + ranges);
        if (Double.isNaN(similarity.ssim()))
            console.say("The images are too small for SSIM, or have values that are not finite.");
        return similarity;
    }

    private static String line(String name, double psnr, double ssim) {
        return name + "  PSNR " + psnr(psnr) + "  SSIM " + ssim(ssim);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String psnr(double value) {
        return Double.isInfinite(value) ? "inf" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String ssim(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
