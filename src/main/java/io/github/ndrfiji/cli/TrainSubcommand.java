package io.github.ndrfiji.cli;

import io.github.ndrfiji.AtomicFile;
import io.github.ndrfiji.command.EngineReport;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.Precision;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.report.TrainingReport;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.train.Beginning;
import io.github.ndrfiji.train.Mixture;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.Training;
import io.github.ndrfiji.train.TrainingPlan;
import io.github.ndrfiji.train.TrainingResult;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ndr train}. */
@Command(
        name = "train",
        description = {
            "Trains a model on images of yours: clean ones that are degraded synthetically, or pairs that there are.",
            "",
            "While it runs, a checkpoint is saved every five minutes and on Ctrl-C; the same call then goes on from it,"
                    + " as if it had never stopped. To end it early and keep the best model so far, make a file with"
                    + " .finish added to that of the model, as by 'touch cells.ndr.finish'.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "'ndr help degrade' lists the degradations.",
            "",
            "Examples:",
            "  ndr train --clean photos/ --with \"3*noise:0-50\" --with rain:0.2-1 --with clean -o photos.ndr",
            "  ndr train --pairs noisy/ averaged/ --channels 1 --steps 5000 -o cells.ndr"
        })
final class TrainSubcommand implements Callable<Integer> {

    /** Bytes of notes: a card may have a million. */
    private static final int MOST_NOTES = 500_000;

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "MODEL",
            description = "The file for the model, such as cells.ndr.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace a model that exists already.")
    private boolean overwrite;

    @Mixin
    private SourceOptions sources;

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description =
                    "Begin with the weights of this model, by its name or file, or of a checkpoint, rather than at"
                            + " random. Size, channels, scale, value range and tiles are then those of that model; with"
                            + " --channels 1 a model of three becomes one of one channel.")
    private String start;

    @Option(
            names = "--size",
            paramLabel = "tiny|compact|paper",
            defaultValue = "compact",
            description = "Size of the network (default: ${DEFAULT-VALUE}); 'paper' wants a GPU.")
    private String size;

    @Option(names = "--dictionary", paramLabel = "N", description = "Number of learned degradations (default: 32).")
    private Integer dictionary;

    @Option(
            names = "--channels",
            paramLabel = "1|3",
            defaultValue = "3",
            description = "Channels of the network: 3 for colour photographs, 1 for microscopy (default:"
                    + " ${DEFAULT-VALUE}).")
    private int channels;

    @Option(
            names = "--scale",
            paramLabel = "1|2",
            defaultValue = "1",
            description = "2 trains a model that doubles the sides of an image, on pairs or with downsample:2 (default:"
                    + " ${DEFAULT-VALUE}).")
    private int scale;

    @Mixin
    private RangeOption range;

    @Mixin
    private LearningOptions learning;

    @Option(
            names = "--hold-out",
            paramLabel = "N",
            defaultValue = "" + TrainingPlan.HOLD_OUT,
            description =
                    "One image of so many is kept for validation, chosen by its name (default: ${DEFAULT-VALUE}).")
    private int holdOut;

    @Option(
            names = "--context",
            paramLabel = "PIXELS",
            description = "Side of the tiles that the model will see, a multiple of 8 (default: " + Beginning.CONTEXT
                    + ", or those of --from). Larger ones show it more of the image and take more memory.")
    private Integer context;

    @Option(
            names = "--overlap",
            paramLabel = "PIXELS",
            description = "Overlap of those tiles, at most half of their side (default: " + Beginning.OVERLAP + ").")
    private Integer overlap;

    @Option(names = "--name", paramLabel = "NAME", description = "The model's name (default: that of its file).")
    private String name;

    @Option(
            names = "--description",
            paramLabel = "TEXT",
            description = "One line on what the model is for.",
            defaultValue = "A model trained with ndr train.")
    private String description;

    @Option(
            names = "--notes",
            paramLabel = "FILE",
            description =
                    "A text, plain or in Markdown, that the model's card ends with, such as where the model fails and"
                            + " the terms of its data.")
    private Path notes;

    @Mixin
    private DeviceOption device;

    @Option(names = "--half", description = "Store the model's weights with 16 bits: half the size of the file.")
    private boolean half;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "The file for the checkpoint (default: that of the model with .checkpoint added).")
    private Path checkpoint;

    @Mixin
    private Console console;

    TrainSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        if (!output.getFileName().toString().endsWith(".ndr"))
            throw new ParameterException(
                    spec.commandLine(),
                    "--output: The file for a model must end with .ndr, as in " + output + ".ndr; '" + output
                            + "' does not.");
        if (Files.exists(output) && !overwrite)
            throw new IOException("'" + output + "' exists already; add --overwrite to replace it.");
        Path state = checkpoint != null ? checkpoint : output.resolveSibling(output.getFileName() + ".checkpoint");
        FileJob.requireFolder(output);
        FileJob.requireFolder(state);
        Optional<String> words = words();
        TrainingPlan plan = WrongCall.unless(this::plan, spec);
        Device trainedOn = WrongCall.unless(() -> Device.parse(device.name()), spec);
        device.tell(console);
        ConsoleProgress progress =
                new ConsoleProgress(console, interrupt, plan.info().name(), System::nanoTime);
        FinishFile finish = FinishFile.beside(output);
        ConsoleCurves view = new ConsoleCurves(console, plan.info().name(), finish, Sparkline.forConsole());
        TrainingResult result = new Training(plan, trainedOn).run(state, progress, view);
        AtomicFile.deleteLeftovers(output);
        ModelBundle model = words.map(result.model()::withNotes).orElse(result.model());
        model.write(output, half ? Precision.F16 : Precision.F32);
        Path report = TrainingReport.write(result, output);
        finish.delete();
        console.say(output + " is trained; " + report + " tells how it went.");
        return 0;
    }

    private Optional<String> words() throws IOException {
        if (notes == null) return Optional.empty();
        try {
            if (Files.size(notes) > MOST_NOTES)
                throw new IOException("'" + notes + "' has " + Files.size(notes) + " bytes, but --notes takes at most "
                        + MOST_NOTES + "; shorten it.");
            return Optional.of(Files.readString(notes));
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException("'" + notes + "' does not exist; check the path of --notes.");
        } catch (CharacterCodingException e) {
            throw new IOException("'" + notes + "' is no text in UTF-8; save it as one for --notes.", e);
        }
    }

    private TrainingPlan plan() throws IOException {
        Beginning beginning = beginning();
        NetworkConfig network = beginning.network();
        ValueRangePolicy policy = beginning.range(range.policy());
        TrainSettings settings = learning.settings(beginning);
        if (holdOut < 2)
            throw new IllegalArgumentException(
                    "--hold-out: One image of " + holdOut + " cannot be kept; give a number from 2, such as 10.");
        Mixture mixture = sources.mixture(network.channels(), policy, network.scale());
        int tile = context != null ? context : beginning.tileContext();
        ModelInfo info = WrongCall.naming(
                "--name, --description, --context or --overlap",
                () -> new ModelInfo(
                        name != null ? name : output.getFileName().toString().replaceFirst("\\.[^.]*$", ""),
                        description,
                        network,
                        policy.toString(),
                        tile,
                        overlap != null ? overlap : beginning.tileOverlap(tile),
                        mixture.kinds()));
        return new TrainingPlan(info, settings, mixture, beginning.model(), holdOut, EngineReport.version());
    }

    private Beginning beginning() throws IOException {
        if (start == null) return Beginning.atRandom(network());
        ModelBundle model = ModelRegistry.standard().open(start);
        if (isGiven("--channels") && channels == 1) model = model.inOneChannel();
        requireNoOther(model.info().network());
        return Beginning.with(model);
    }

    private NetworkConfig network() {
        NetworkConfig plain = WrongCall.naming("--size and --channels", () -> NetworkConfig.preset(size, channels));
        NetworkConfig network = WrongCall.naming("--scale", () -> plain.withScale(scale));
        return dictionary == null
                ? network
                : WrongCall.naming("--dictionary", () -> network.withDictionary(dictionary));
    }

    /** Refuses options that ask for another network than that of the model to begin with. */
    private void requireNoOther(NetworkConfig network) {
        requireSame("--channels", channels, network.channels());
        requireSame("--scale", scale, network.scale());
        requireSame("--dictionary", dictionary, network.n());
        NetworkConfig ofThatSize = NetworkConfig.preset(size, network.channels())
                .withScale(network.scale())
                .withDictionary(network.n());
        requireSame("--size", ofThatSize, network);
    }

    private void requireSame(String option, Object asked, Object there) {
        if (isGiven(option) && !there.equals(asked))
            throw new IllegalArgumentException(
                    option + " cannot be chosen with --from, because it is that of the model; leave it out.");
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }
}
