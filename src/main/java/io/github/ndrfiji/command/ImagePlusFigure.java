package io.github.ndrfiji.command;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.ndrfiji.PartProgress;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.figure.Dictionary;
import io.github.ndrfiji.figure.ModelFigure;
import io.github.ndrfiji.figure.ModelFigure.Key;
import io.github.ndrfiji.figure.ModelFigure.Picture;
import io.github.ndrfiji.figure.ModelFigure.Row;
import io.github.ndrfiji.figure.RecognisedDegradation;
import io.github.ndrfiji.fingerprint.Fingerprint;
import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.fingerprint.Identification;
import io.github.ndrfiji.fingerprint.Identifier;
import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.DegradationColours;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.PlaneImage;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.maps.PlaneShares;
import io.github.ndrfiji.maps.ShareMeans;
import io.github.ndrfiji.maps.SmallShares;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.AffinityMapper;
import io.github.ndrfiji.restore.AffinitySurvey;
import io.github.ndrfiji.restore.ModelTiles;
import io.github.ndrfiji.restore.RestoreOptions;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes figures of a model and of what it recognises in images of ImageJ. Used by one thread at a time.
 *
 * <pre>{@code
 * try (ImagePlusFigure figure = ImagePlusFigure.open("general", "auto", RestoreOptions.defaults(), AffinityLevel.MEAN)) {
 *     ImageIO.write(figure.of(image, Progress.NONE).draw(), "png", file);
 * }
 * }</pre>
 */
public final class ImagePlusFigure implements AutoCloseable {

    private final NdrModel model;
    private final ModelTiles network;
    private final RestoreOptions options;
    private final AffinityLevel level;

    private ImagePlusFigure(NdrModel model, RestoreOptions options, AffinityLevel level) {
        this.model = model;
        this.network = new ModelTiles(model);
        this.options = ModelUse.trained(options, model.info());
        this.level = level;
    }

    /**
     * Opens a model of this user's registry, or of a file. Starts the engine.
     *
     * @param model as for {@link ImagePlusRestorer#open}
     * @param device as for {@link ImagePlusRestorer#open}
     * @param options as for {@link ImagePlusRestorer#open}
     * @param level the level of the network that affinities and maps are of
     * @throws IllegalArgumentException if there is no such model or device
     * @throws IOException if the model cannot be read
     */
    public static ImagePlusFigure open(String model, String device, RestoreOptions options, AffinityLevel level)
            throws IOException {
        return new ImagePlusFigure(ModelUse.open(model, device), options, level);
    }

    /** What is known of the plane that is drawn. */
    private record Looked(MeanAffinities affinities, SmallShares shares, PlaneShares means) {}

    /**
     * The figure of the plane that an image shows, and of channels that are not looked at together the first.
     *
     * @param image remains as it is
     * @throws IllegalArgumentException if there is no image, or none that can be mapped
     * @throws IllegalStateException if the device has too little memory, or the network gives no finite values
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public ModelFigure of(ImagePlus image, Progress progress) {
        List<ValueRange> ranges = ShownRange.stored(options.range(), image)
                .ranges(ImagePlusPlanes.planes(image), progress); // of the whole stack
        ImagePlus plane = PlaneImage.shownBy(image);
        if (plane.getNChannels() > 1 && !options.rgb()) {
            plane = firstChannel(plane);
            ranges = ranges.subList(0, 1);
        }
        Looked looked = look(plane, options.withRange(ValueRangePolicy.perChannel(ranges)), progress);
        RecognisedDegradation recognised =
                RecognisedDegradation.of(dictionary(), looked.shares().shares());
        return new ModelFigure(
                "What the model '" + network.model() + "' recognises in " + image.getTitle() + part(image),
                finding(looked.affinities()),
                dictionary(),
                levelName(),
                fingerprints(),
                new Row("this image", level.of(looked.affinities())),
                colours(),
                List.of(
                        new Picture("Input", plane.getBufferedImage()),
                        new Picture("Dominant learned degradation", dominant(looked.shares())),
                        new Picture("Recognised degradation U", recognised.picture())),
                legend(looked.means()),
                caption(recognised, looked.shares().factor()));
    }

    private Looked look(ImagePlus plane, RestoreOptions options, Progress progress) {
        var source = ImagePlusPlanes.of(plane);
        int channelAxis = ImagePlusPlanes.channelAxis(plane);
        return ModelUse.run(network, () -> {
            MeanAffinities affinities = new AffinitySurvey(network, options)
                    .of(source, channelAxis, new PartProgress(progress, 0, 2))
                    .get(0)
                    .affinities();
            SmallShares shares =
                    new SmallShares(network.learned(), plane.getWidth(), plane.getHeight(), ModelFigure.PICTURE);
            ShareMeans means = new ShareMeans(network.learned());
            new AffinityMapper(network, options, level)
                    .map(source, channelAxis, shares.and(means), new PartProgress(progress, 1, 2));
            return new Looked(affinities, shares, means.planes().get(0));
        });
    }

    private static ImagePlus firstChannel(ImagePlus plane) {
        ImageProcessor pixels = plane.getStack().getProcessor(1);
        if (plane instanceof CompositeImage composite) pixels.setLut(composite.getChannelLut(1));
        return new ImagePlus(plane.getTitle(), pixels);
    }

    /** What is drawn of an image of several planes or channels. */
    private String part(ImagePlus image) {
        String plane =
                image.getNSlices() * image.getNFrames() > 1 ? ", Z" + image.getSlice() + " T" + image.getFrame() : "";
        if (image.getBitDepth() == 24) return plane + (network.channels() == 1 ? ", red" : "");
        return plane + (image.getNChannels() > 1 && !options.rgb() ? ", channel 1" : "");
    }

    private String finding(MeanAffinities affinities) {
        if (model.fingerprints().isEmpty())
            return "This model has no fingerprints of known degradations, so the image can be compared with none.";
        Identification found = new Identifier(model.fingerprints().get()).identify(affinities);
        return (found.familiar() ? "Identified (with confidence): " : "Identified: ") + found.inWords(network.model())
                + ".";
    }

    private Dictionary dictionary() {
        NetworkConfig size = model.info().network();
        return new Dictionary(model.networks().dictionary().toFloats(), size.m(), size.n());
    }

    private String levelName() {
        return level == AffinityLevel.MEAN ? "mean of the three levels" : "level " + level;
    }

    private List<Row> fingerprints() {
        return model.fingerprints().map(Fingerprints::all).orElse(List.of()).stream()
                .map(one -> new Row(label(one), level.of(one.mean())))
                .toList();
    }

    private static String label(Fingerprint one) {
        return one.strength().startsWith(one.degradation())
                ? one.strength()
                : one.degradation() + ": " + one.strength();
    }

    private List<Color> colours() {
        return IntStream.rangeClosed(1, network.learned())
                .mapToObj(DegradationColours::of)
                .toList();
    }

    private static BufferedImage dominant(SmallShares shares) {
        int[] numbers = shares.dominant();
        int width = shares.shares().width();
        BufferedImage picture = new BufferedImage(width, numbers.length / width, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < numbers.length; i++)
            picture.setRGB(
                    i % width, i / width, DegradationColours.of(numbers[i]).getRGB());
        return picture;
    }

    private static List<Key> legend(PlaneShares means) {
        return Dominance.of(List.of(means)).stream()
                .map(one -> new Key(
                        DegradationColours.of(one.number()), one.number() + ": " + one.percent() + " of pixels"))
                .toList();
    }

    private String caption(RecognisedDegradation recognised, int factor) {
        String variances = recognised.variances().stream()
                .map(part -> String.format(Locale.ROOT, "%.1f %%", 100 * part))
                .collect(Collectors.joining(", "));
        return "Affinities and maps: " + levelName()
                + " of the network. U is S times the transpose of D at every pixel (Eq. 3); shown are its first three"
                + " principal components over the pixels as red, green and blue, all in one scale, gray being the mean; they"
                + " have " + variances + " of its variance."
                + (factor > 1
                        ? " Each pixel of the maps is the mean of " + factor + " x " + factor + " of the image."
                        : "");
    }

    /** Frees what the model holds on its device. */
    @Override
    public void close() {
        model.close();
    }
}
