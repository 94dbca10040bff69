package io.github.ndrfiji.cli;

import ij.ImagePlus;
import io.github.ndrfiji.command.Comparison;
import io.github.ndrfiji.command.Comparison.Similarity;
import io.github.ndrfiji.command.Improvement;
import io.github.ndrfiji.command.Improvement.Gain;
import io.github.ndrfiji.command.Improvement.Improved;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                    + " folders, files of one name are compared, and the last line is the mean.",
            "",
            "With --degraded it also tells where the restoration helped and where it hurt: the share of the pixels that"
                    + " came nearer to the reference (better) and went farther away (worse), and by how much on average"
                    + " (gain), in the values of the image."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ndr evaluate restored.tif clean.tif",
            "  ndr evaluate --luma derained/ clean/",
            "  ndr evaluate --range 4095 restored.tif clean.tif",
            "  ndr evaluate restored.tif clean.tif --degraded noisy.tif --difference helped.tif"
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

    @Option(
            names = "--degraded",
            paramLabel = "DEGRADED",
            description = "What was restored; a folder if RESULT is one.")
    private Path degraded;

    @Option(
            names = "--difference",
            paramLabel = "OUTPUT",
            description =
                    "With --degraded: a TIFF file, or a folder, for |degraded - reference| - |result - reference|:"
                            + " above 0 (blue) where RESULT is nearer to the reference, below 0 (red) where it is farther away.")
    private Path difference;

    @Option(names = "--overwrite", description = "Replace differences that exist already.")
    private boolean overwrite;

    @Mixin
    private Console console;

    EvaluateSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    /** Files to compare, and the file for their difference. */
    private record Job(FilePair pair, Optional<Path> degraded, Optional<Path> difference) {}

    private record Evaluated(Similarity similarity, Optional<Gain> gain) {}

    @Override
    public Integer call() throws IOException {
        Comparison comparison = comparison();
        if (difference != null && degraded == null)
            throw new ParameterException(
                    spec.commandLine(), "--difference needs --degraded, the image that was restored; give it too.");
        List<Job> jobs = jobs();
        if (isOfFolders()) return compareFolders(jobs, comparison);
        Evaluated evaluated = evaluate(jobs.get(0), comparison);
        PrintWriter out = spec.commandLine().getOut();
        out.println("PSNR " + psnr(evaluated.similarity.psnr()));
        out.println("SSIM " + ssim(evaluated.similarity.ssim()));
        evaluated.gain.ifPresent(gain -> {
            out.println("Better " + percent(gain.better()));
            out.println("Worse " + percent(gain.worse()));
            out.println("Gain " + gain(gain.gain()));
        });
        return 0;
    }

    private boolean isOfFolders() {
        return Files.isDirectory(result) && Files.isDirectory(reference);
    }

    private List<Job> jobs() throws IOException {
        List<FilePair> pairs =
                isOfFolders() ? FilePair.ofFolders(result, reference) : List.of(new FilePair(result, reference));
        List<Path> candidates = isOfFolders() && degraded != null ? ImageFiles.inFolder(degraded) : List.of();
        List<FileJob> outputs = difference == null
                ? List.of()
                : WrongCall.unless(
                        () -> FileJob.plan(
                                List.of(result),
                                FileJob.Existing.of(overwrite),
                                List.of(new Destination(difference, true))),
                        spec);
        List<Job> jobs = new ArrayList<>();
        for (FilePair pair : pairs) {
            Path before = isOfFolders() && degraded != null
                    ? FilePair.partnerOf(pair.result(), "degraded image", degraded, candidates)
                    : degraded;
            Optional<Path> output = outputs.stream()
                    .filter(job -> job.input().equals(pair.result()))
                    .map(job -> job.outputs().get(0))
                    .findFirst();
            jobs.add(new Job(pair, Optional.ofNullable(before), output));
        }
        FileJob.requireKept(
                outputs,
                jobs.stream()
                        .flatMap(job -> Stream.concat(Stream.of(job.pair.reference()), job.degraded.stream()))
                        .toList());
        return jobs;
    }

    private Comparison comparison() {
        if (range == null) return new Comparison(OptionalDouble.empty(), luma, fit);
        if (!(range > 0 && Double.isFinite(range)))
            throw new ParameterException(
                    spec.commandLine(), "The data range is " + range + ", but must be a number above 0, such as 255.");
        return new Comparison(OptionalDouble.of(range), luma, fit);
    }

    private int compareFolders(List<Job> jobs, Comparison comparison) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Evaluated> all = new ArrayList<>();
        for (Job job : jobs) {
            String name = job.pair.result().getFileName().toString();
            try {
                Evaluated evaluated = evaluate(job, comparison);
                out.println(line(name, evaluated.similarity.psnr(), evaluated.similarity.ssim(), evaluated.gain));
                all.add(evaluated);
            } catch (IOException | IllegalArgumentException e) {
                console.fail(name + ": ", e);
            }
        }
        if (!all.isEmpty())
            out.println(line(
                    "mean of " + all.size(),
                    mean(all, evaluated -> evaluated.similarity.psnr()),
                    mean(all, evaluated -> evaluated.similarity.ssim()),
                    meanGain(all)));
        return all.size() < jobs.size() ? Ndr.FAILED : 0;
    }

    private static Optional<Gain> meanGain(List<Evaluated> all) {
        List<Gain> gains = all.stream().flatMap(one -> one.gain.stream()).toList();
        return gains.isEmpty()
                ? Optional.empty()
                : Optional.of(new Gain(mean(gains, Gain::better), mean(gains, Gain::worse), mean(gains, Gain::gain)));
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).average().orElseThrow();
    }

    private Evaluated evaluate(Job job, Comparison comparison) throws IOException {
        String name = job.pair.result().getFileName().toString();
        ConsoleProgress progress = new ConsoleProgress(console, interrupt, name, System::nanoTime);
        progress.checkCancelled();
        ImagePlus image = ImageFiles.open(job.pair.result());
        ImagePlus expected = ImageFiles.open(job.pair.reference());
        Similarity similarity = comparison.of(image, expected, progress);
        Optional<Gain> gain = Optional.empty();
        if (job.degraded.isPresent()) {
            Improved improved =
                    new Improvement(luma, fit).of(image, ImageFiles.open(job.degraded.get()), expected, progress);
            if (job.difference.isPresent()) {
                FileJob.makeFolder(job.difference.get());
                ImageFiles.save(improved.difference(), job.difference.get());
            }
            gain = Optional.of(improved.whole());
        }
        console.erase();
        tell(job.pair.reference(), similarity);
        return new Evaluated(similarity, gain);
    }

    private void tell(Path compared, Similarity similarity) {
        String ranges = similarity.ranges().stream()
                .distinct()
                .map(EvaluateSubcommand::number)
                .collect(Collectors.joining(", "));
        console.say("Data range of '" + compared + "': " + ranges);
        if (Double.isNaN(similarity.ssim()))
            console.say("The images are too small for SSIM, or have values that are not finite.");
    }

    private static String line(String name, double psnr, double ssim, Optional<Gain> gain) {
        return name + "  PSNR " + psnr(psnr) + "  SSIM " + ssim(ssim)
                + gain.map(known -> "  Better " + percent(known.better()) + "  Worse " + percent(known.worse())
                                + "  Gain " + gain(known.gain()))
                        .orElse("");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String gain(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
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
