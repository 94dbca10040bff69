package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.EngineReport;
import io.github.ndrfiji.command.ImageFolder;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.Precision;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.train.CachedImages;
import io.github.ndrfiji.train.ImageSet;
import io.github.ndrfiji.train.JoinedImages;
import io.github.ndrfiji.train.Mixture;
import io.github.ndrfiji.train.Source;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.Training;
import io.github.ndrfiji.train.TrainingPlan;
import io.github.ndrfiji.train.TrainingView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ndr train}. */
@Command(
        name = "train",
        description = {
            "Trains a model on images of yours: clean ones that are degraded synthetically, or pairs that there are.",
            "",
            "While it runs, a checkpoint is saved every five minutes and on Ctrl-C; the same call then goes on from it,"
                    + " as if it had never stopped.",
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

    /** How much of Java's memory may hold images that are used again. */
    private static final int CACHE_SHARE = 3;

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

    @Option(
            names = "--clean",
            paramLabel = "FOLDER",
            description = "A folder with clean images; give it again for more folders.")
    private List<Path> clean = List.of();

    @Option(
            names = "--with",
            paramLabel = "[WEIGHT*]DEGRADATION",
            description = "What the clean images are degraded by, each drawn in proportion to its weight; give it again"
                    + " for more. 'clean' keeps some as they are, so that the model learns to leave good images alone.")
    private List<Weighted> degradations = List.of();

    @Option(
            names = "--gray",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of the patches, from 0 to 1, that are made gray before they are degraded, so that a network"
                            + " of three channels knows gray images too (default: ${DEFAULT-VALUE}).")
    private double gray;

    @Option(
            names = "--pairs",
            arity = "2",
            paramLabel = "FOLDER",
            description = "Two folders, degraded and clean images with the same names; give it again for more. A weight"
                    + " may stand before the first, as in \"0.5*noisy/\" clean/ (quoted, because a shell"
                    + " may take * for files).")
    private List<Weighted> pairs = List.of();

    @Option(
            names = "--size",
            paramLabel = "tiny|compact|paper",
            defaultValue = "compact",
            description = "Size of the network (default: ${DEFAULT-VALUE}); 'paper' wants a GPU.")
    private String size;

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

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description =
                    "Begin with the weights of this model, by its name or file, rather than at random; it must have"
                            + " the same size.")
    private String start;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Training steps (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "ALTERNATING",
            description =
                    "${COMPLETION-CANDIDATES}: whether NDR-Restore and NDR-Degrad are learned in turn, together, or"
                            + " NDR-Restore alone (default: ${DEFAULT-VALUE}).")
    private TrainingOrder order;

    @Option(
            names = "--degrad-every",
            paramLabel = "N",
            defaultValue = "1",
            description = "In turn, NDR-Degrad takes one step of so many (default: ${DEFAULT-VALUE}).")
    private int degradEvery;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "4",
            description = "Patches in one step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--crop",
            paramLabel = "PIXELS",
            defaultValue = "64",
            description = "Sides of a patch, a multiple of 8 (default: ${DEFAULT-VALUE}).")
    private int crop;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            defaultValue = "0.001",
            description = "Highest learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--decay",
            paramLabel = "DECAY",
            defaultValue = "0",
            description = "Weight decay (default: ${DEFAULT-VALUE}).")
    private double decay;

    @Option(
            names = "--lambda",
            paramLabel = "LAMBDA",
            defaultValue = "1",
            description = "Weight of the restoration's loss against the degradation's (default: ${DEFAULT-VALUE}).")
    private double lambda;

    @Option(
            names = "--clip",
            paramLabel = "NORM",
            defaultValue = "0.01",
            description = "Longer gradients are scaled down to this norm, so that no degradation drowns the others"
                    + " (default: ${DEFAULT-VALUE}).")
    private double clip;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Equal seeds, data and settings give equal models (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--hold-out",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "One image of so many is kept for validation, chosen by its name (default: ${DEFAULT-VALUE}).")
    private int holdOut;

    @Option(
            names = "--validate-every",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Steps between two validations (default: ${DEFAULT-VALUE}).")
    private int validateEvery;

    @Option(
            names = "--context",
            paramLabel = "PIXELS",
            defaultValue = "128",
            description =
                    "Side of the tiles that the model will see, a multiple of 8 (default: ${DEFAULT-VALUE}). Best not"
                            + " much more than the patches it learned from.")
    private int context;

    @Option(
            names = "--overlap",
            paramLabel = "PIXELS",
            defaultValue = "32",
            description = "Overlap of those tiles (default: ${DEFAULT-VALUE}).")
    private int overlap;

    @Option(names = "--name", paramLabel = "NAME", description = "The model's name (default: that of its file).")
    private String name;

    @Option(
            names = "--description",
            paramLabel = "TEXT",
            description = "One line on what the model is for.",
            defaultValue = "A model trained with ndr train.")
    private String description;

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
        if (Files.exists(output) && !overwrite)
            throw new IOException("'" + output + "' exists already; add --overwrite to replace it.");
        Path state = checkpoint != null ? checkpoint : output.resolveSibling(output.getFileName() + ".checkpoint");
        FileJob.requireFolder(output);
        FileJob.requireFolder(state);
        TrainingPlan plan = WrongCall.unless(this::plan, spec);
        Device trainedOn = WrongCall.unless(() -> Device.parse(device.name()), spec);
        if (Files.exists(state)) console.say("Going on from " + state);
        ConsoleProgress progress =
                new ConsoleProgress(console, interrupt, plan.info().name(), System::nanoTime);
        ModelBundle model = new Training(plan, trainedOn)
                .run(state, progress, TrainingView.NONE)
                .model();
        model.write(output, half ? Precision.F16 : Precision.F32);
        console.say(state + " -> " + output);
        return 0;
    }

    private TrainingPlan plan() throws IOException {
        NetworkConfig network = NetworkConfig.preset(size, channels).withScale(scale);
        TrainSettings settings = TrainSettings.of(network, steps)
                .with(Map.of(
                        "order", order.name(),
                        "rate", Double.toString(rate),
                        "batch", Integer.toString(batch),
                        "crop", Integer.toString(crop),
                        "decay", Double.toString(decay),
                        "lambda", Double.toString(lambda),
                        "clip", Double.toString(clip),
                        "degrad-every", Integer.toString(degradEvery),
                        "validate-every", Integer.toString(validateEvery),
                        "seed", Long.toString(seed)));
        Mixture mixture = new Mixture(sources());
        ModelInfo info = new ModelInfo(
                name != null ? name : output.getFileName().toString().replaceFirst("\\.[^.]*$", ""),
                description,
                network,
                range.policy().toString(),
                context,
                overlap,
                mixture.parts().stream()
                        .map(part -> part.source().kind())
                        .distinct()
                        .toList());
        Optional<ModelBundle> from = start == null
                ? Optional.empty()
                : Optional.of(ModelRegistry.standard().open(start));
        return new TrainingPlan(info, settings, mixture, from, holdOut, EngineReport.version());
    }

    private List<Mixture.Part> sources() throws IOException {
        List<Mixture.Part> parts = new ArrayList<>();
        if (clean.isEmpty() != degradations.isEmpty())
            throw new IllegalArgumentException("--clean names the images and --with what degrades them; give both.");
        if (!clean.isEmpty()) {
            List<ImageSet> folders = new ArrayList<>();
            for (Path folder : clean) folders.add(folder(folder));
            ImageSet images = cached(new JoinedImages(folders));
            for (Weighted with : degradations)
                parts.add(new Mixture.Part(
                        Source.synthetic(images, DegradationChain.parse(with.text()), scale, gray), with.weight()));
        }
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            ImageFolder degraded = folder(Path.of(pairs.get(i).text()));
            ImageFolder target = folder(Path.of(pairs.get(i + 1).text())).withRangesOf(degraded);
            parts.add(new Mixture.Part(
                    Source.paired(cached(degraded), cached(target), scale),
                    pairs.get(i).weight()));
        }
        return parts;
    }

    private ImageFolder folder(Path folder) throws IOException {
        return ImageFolder.of(folder, channels, range.policy());
    }

    private ImageSet cached(ImageSet images) {
        int sets = (clean.isEmpty() ? 0 : 1) + pairs.size();
        return new CachedImages(images, Runtime.getRuntime().maxMemory() / CACHE_SHARE / sets);
    }
}
