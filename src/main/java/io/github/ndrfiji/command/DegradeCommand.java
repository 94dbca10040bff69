package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Degrades an image, synthetically or as another image is degraded. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Degrade...", weight = 2)},
        headless = true,
        description =
                "Degrades an image: synthetically, with a strength and a seed, or as a reference image is degraded.")
public class DegradeCommand extends NdrCommand {

    private static final String HAZE = "haze";

    /** Asked for by its own name, because Fiji's dialog has an image in the field for depths whenever one is open. */
    private static final String HAZE_AT_DEPTHS = "haze at depths";

    private static final String AS_REFERENCE = "reference";
    private static final String AUTO = "auto";

    @Parameter(
            label = "Image",
            persist = false,
            required = false,
            description = "The clean image or stack; it remains as it is.")
    private ImagePlus image;

    @Parameter(
            label = "Degradation",
            persist = false,
            choices = {
                "noise",
                "poisson",
                "saltpepper",
                "rain",
                "stripes",
                HAZE,
                "background",
                "defocus",
                "blur",
                "motion",
                "jpeg",
                "lowres",
                "downsample",
                HAZE_AT_DEPTHS,
                AS_REFERENCE
            },
            description =
                    "noise (Gaussian), poisson (photons), saltpepper (lost pixels), rain, stripes, haze, background"
                            + " (light from out of focus), defocus (disk), blur (Gaussian), motion (line), jpeg (compression),"
                            + " lowres (blurred by a factor), downsample (smaller by a factor), haze at depths (those of the"
                            + " depth image), or reference: as the reference image is degraded.")
    private String kind = "noise";

    @Parameter(
            label = "Strength",
            persist = false,
            description =
                    "auto (a middling one), or: noise and stripes: standard deviation, of 255; poisson: photons at"
                            + " the brightest value; saltpepper: share of the pixels, 0 to 1; rain: 0 to 2; haze: optical"
                            + " depth, 0 to 10; background: its mean, with the brightest value at 1; defocus, blur, motion:"
                            + " radius, standard deviation, length in pixels; jpeg: quality, 1 to 100; lowres, downsample: a"
                            + " whole factor. A range such as 10-50 draws a strength for each plane. Not used with a reference.")
    private String strength = AUTO;

    @Parameter(
            label = "More settings",
            persist = false,
            required = false,
            description =
                    "As for ndr degrade, such as angle=90,width=2 for stripes, and further degradations after a plus"
                            + " sign, such as +noise:0-20; may be left empty.")
    private String settings = "";

    @Parameter(label = "Seed", persist = false, description = "Equal seeds give equal results.")
    private long seed = 1;

    @Parameter(
            label = "Reference image",
            persist = false,
            required = false,
            autoFill = false,
            description = "With the degradation 'reference': an image that is degraded as the result shall be.")
    private ImagePlus reference;

    @Parameter(
            label = "Model",
            persist = false,
            initializer = "listModels",
            description = "The model that recognises the degradation of the reference image.")
    private ModelName model = new ModelName(ModelRegistry.DEFAULT_MODEL);

    @Parameter(
            label = "Device",
            persist = false,
            choices = {"auto", "cpu", "gpu", "gpu:1", "gpu:2", "gpu:3"},
            description = "Where the model runs; auto takes a GPU if there is one; gpu is the first, gpu:1 the second.")
    private String device = "auto";

    @Parameter(
            label = "Value range",
            persist = false,
            description = "The values that count as 0 and 1: auto, type (all that the pixel type can hold), percentile"
                    + " (0.1st and 99.9th of each channel of the stack), or MIN:MAX as ImageJ shows them.")
    private String range = ValueRangePolicy.AUTO.toString();

    @Parameter(
            label = "Depth image",
            persist = false,
            required = false,
            autoFill = false,
            description = "With the degradation 'haze at depths': how far away each pixel is, bright being far. Values"
                    + " from 0 to 1 count as they are, others from the smallest to the largest of the plane.")
    private ImagePlus depth;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus degraded;

    @Parameter
    private ObjectService objects;

    @Override
    String doing() {
        return "Degrading " + titleOf(image);
    }

    @Override
    void work(Progress progress) throws IOException {
        ValueRangePolicy policy = ValueRangePolicy.parse(range);
        if (kind.equals(AS_REFERENCE)) degraded = transferred(policy, progress);
        else
            degraded = new ImagePlusDegrader(DegradationChain.parse(text()).links(), policy, false)
                    .degrade(image, depths(), seed, progress);
    }

    private Optional<ImagePlus> depths() {
        if (!kind.equals(HAZE_AT_DEPTHS)) return Optional.empty();
        if (depth == null)
            throw new IllegalArgumentException(
                    "Haze at the depths of an image was asked for, but none is given; open one and choose it.");
        return Optional.of(depth);
    }

    private String text() {
        String name = kind.equals(HAZE_AT_DEPTHS) ? HAZE : kind;
        String chosen =
                strength.strip().equals(AUTO) ? DegradationKind.named(name).middling() : strength.strip();
        String more = settings == null ? "" : settings.strip();
        return name + ":" + chosen + (more.isEmpty() || more.startsWith("+") ? more : "," + more);
    }

    private ImagePlus transferred(ValueRangePolicy policy, Progress progress) throws IOException {
        if (reference == null)
            throw new IllegalArgumentException(
                    "The degradation of a reference image was asked for, but none is given; open one and choose it.");
        try (ImagePlusTransfer transfer = ImagePlusTransfer.open(
                model.name(), told(device, progress), RestoreOptions.defaults().withRange(policy))) {
            return transfer.transfer(image, reference, progress);
        }
    }

    /** Called by SciJava before it asks the user. */
    void listModels() throws IOException {
        ModelName.list(objects);
    }
}
