package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.ImageFolder;
import io.github.ndrfiji.command.Weighted;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.train.Brightness;
import io.github.ndrfiji.train.CachedImages;
import io.github.ndrfiji.train.GrayImages;
import io.github.ndrfiji.train.ImageSet;
import io.github.ndrfiji.train.JoinedImages;
import io.github.ndrfiji.train.Mixture;
import io.github.ndrfiji.train.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The choice of the images that a model learns from. */
final class SourceOptions {

    /** How much of Java's memory may hold images that are used again. */
    private static final int CACHE_SHARE = 3;

    private static final int COLOURS = 3;

    @Option(
            names = "--pairs",
            arity = "2",
            paramLabel = "FOLDER",
            description = "Two folders, degraded and clean images with the same names; give it again for more. A weight"
                    + " may stand before the first, as in \"0.5*noisy/\" clean/ (quoted, because a shell"
                    + " may take * for files).")
    private List<Weighted> pairs = List.of();

    @Option(
            names = "--fit",
            description = "Bring each clean image of --pairs onto the scale of its degraded one, by a gain and"
                    + " an offset, as for exposures or laser powers that differ.")
    private boolean fit;

    @Option(
            names = "--noisy-pairs",
            arity = "2",
            paramLabel = "FOLDER",
            description =
                    "Two folders of noisy images of the same scenes, with the same names, whose noise is independent:"
                            + " no clean image is needed; give it again for more. A weight may stand before the first.")
    private List<Weighted> noisy = List.of();

    @Option(
            names = "--clean",
            paramLabel = "FOLDER",
            description = "A folder with clean images; give it again for more folders.")
    private List<Path> clean = List.of();

    @Option(
            names = "--with",
            paramLabel = "[WEIGHT*]DEGRADATION",
            description = "What the clean images are degraded by, each drawn in proportion to its weight; give it again"
                    + " for more. A plus sign joins several, as in haze:0.6-2+noise:0-10. 'clean' keeps some as they are,"
                    + " so that the model learns to leave good images alone.")
    private List<Weighted> degradations = List.of();

    @Option(
            names = "--depth",
            paramLabel = "FOLDER",
            description = "Depth images of the clean images, with the same names, bright being far: haze lies at these"
                    + " depths rather than at random ones. As many times as --clean.")
    private List<Path> depths = List.of();

    @Option(
            names = "--gray",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of the patches, from 0 to 1, that are made gray before they are degraded, so that a network"
                            + " of three channels knows gray images too; 1 for a network of one channel to learn from"
                            + " colour images (default: ${DEFAULT-VALUE}).")
    private double gray;

    @Option(
            names = "--eight-bit",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of the patches of --clean, from 0 to 1, that are rounded to 256 levels and cut off at black and"
                            + " white after they were degraded, as files of 8 bits are; 0.5 for a model that is to know"
                            + " images of 8 bits and of more (default: ${DEFAULT-VALUE}).")
    private double eightBit;

    @Option(
            names = "--rgb",
            description = "The three channels of composites are red, green and blue of one picture, as for 'ndr restore"
                    + " --rgb'; otherwise each channel is an image.")
    private boolean rgb;

    @Option(
            names = "--balance",
            description = "Draw every kind of degradation equally often, however many sources it has.")
    private boolean balance;

    /**
     * Opens the images.
     *
     * @param channels of the network
     * @param range of values that count as 0 and 1
     * @param scale of the network
     */
    Mixture mixture(int channels, ValueRangePolicy range, int scale) throws IOException {
        List<Mixture.Part> parts = new ArrayList<>(synthetic(channels, range, scale));
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            ImageFolder degraded = folder(pairs.get(i), channels, range);
            ImageFolder target = folder(pairs.get(i + 1), channels, range);
            if (!fit) target = target.withRangesOf(degraded);
            Brightness brightness = fit ? Brightness.FITTED : Brightness.AS_IS;
            parts.add(new Mixture.Part(
                    Source.paired(cached(degraded), cached(target), scale, brightness),
                    pairs.get(i).weight()));
        }
        for (int i = 0; i + 1 < noisy.size(); i += 2) {
            ImageFolder first = folder(noisy.get(i), channels, range);
            ImageFolder second = folder(noisy.get(i + 1), channels, range).withRangesOf(first);
            parts.add(new Mixture.Part(
                    Source.noisy(cached(first), cached(second)), noisy.get(i).weight()));
        }
        Mixture mixture = new Mixture(parts);
        return balance ? mixture.balanced() : mixture;
    }

    private List<Mixture.Part> synthetic(int channels, ValueRangePolicy range, int scale) throws IOException {
        if (clean.isEmpty() != degradations.isEmpty())
            throw new IllegalArgumentException("--clean names the images and --with what degrades them; give both.");
        if (!depths.isEmpty() && depths.size() != clean.size())
            throw new IllegalArgumentException("There are " + depths.size() + " folders of --depth and " + clean.size()
                    + " of --clean; give one of each for the other.");
        List<Mixture.Part> parts = new ArrayList<>();
        if (clean.isEmpty()) return parts;
        List<DegradationChain> chains = degradations.stream()
                .map(with -> DegradationChain.parse(with.text()))
                .toList();
        if (!depths.isEmpty() && chains.stream().noneMatch(chain -> chain.has(DegradationKind.HAZE)))
            throw new IllegalArgumentException("--depth says where haze lies, but no --with has haze; add one, such as"
                    + " --with haze:0.6-2.5, or leave --depth out.");
        List<ImageSet> folders = new ArrayList<>();
        for (Path folder : clean) folders.add(clean(folder, channels, range));
        ImageSet images = cached(JoinedImages.of(folders));
        Optional<ImageSet> ofDepths = ofDepths();
        for (int i = 0; i < chains.size(); i++) {
            DegradationChain chain = chains.get(i);
            Source.Synthetic source =
                    Source.synthetic(images, chain, scale, gray).withEightBit(eightBit);
            Source placed = chain.has(DegradationKind.HAZE)
                    ? ofDepths.map(source::withDepths).orElse(source)
                    : source;
            parts.add(new Mixture.Part(placed, degradations.get(i).weight()));
        }
        return parts;
    }

    private Optional<ImageSet> ofDepths() throws IOException {
        if (depths.isEmpty()) return Optional.empty();
        List<ImageSet> folders = new ArrayList<>();
        for (Path folder : depths) folders.add(ImageFolder.ofDepths(folder));
        return Optional.of(cached(JoinedImages.of(folders)));
    }

    private ImageSet clean(Path folder, int channels, ValueRangePolicy range) throws IOException {
        return channels == 1 && gray == 1
                ? new GrayImages(ImageFolder.of(folder, COLOURS, range, rgb))
                : ImageFolder.of(folder, channels, range, rgb);
    }

    private ImageFolder folder(Weighted folder, int channels, ValueRangePolicy range) throws IOException {
        return ImageFolder.of(Path.of(folder.text()), channels, range, rgb);
    }

    private ImageSet cached(ImageSet images) {
        int sets = (clean.isEmpty() ? 0 : 1) + (depths.isEmpty() ? 0 : 1) + pairs.size() + noisy.size();
        return new CachedImages(images, Runtime.getRuntime().maxMemory() / CACHE_SHARE / sets);
    }
}
