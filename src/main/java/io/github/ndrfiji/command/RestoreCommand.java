package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusMapper.RestoredAndMapped;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.Selection;
import io.github.ndrfiji.maps.MapChoice;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Restores an image with a model. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Restore...", weight = 1)},
        headless = true,
        description = "Restores an image or stack, whatever degraded it, into a new one of the same type.")
public class RestoreCommand extends NdrCommand implements Previewable {

    private static final String NO_MAPS = "none";

    @Parameter(
            label = "Image",
            persist = false,
            required = false,
            description = "The image or stack to restore; it remains as it is.")
    private ImagePlus image;

    @Parameter(
            label = "Model",
            persist = false,
            initializer = "listModels",
            description = "What was learned from images like yours.")
    private ModelName model = new ModelName(ModelRegistry.DEFAULT_MODEL);

    @Parameter(
            label = "Model file",
            persist = false,
            required = false,
            style = "extensions:ndr",
            description = "A .ndr file to use in place of the model chosen above.")
    private File file;

    @Parameter(
            label = "Device",
            persist = false,
            choices = {"auto", "cpu", "gpu"},
            description = "Where it runs; auto takes a GPU if there is one.")
    private String device = "auto";

    @Parameter(
            label = "Value range",
            persist = false,
            description = "The values that count as 0 and 1: auto (as the model was trained), type (all that the pixel"
                    + " type can hold), percentile (0.1st and 99.9th of each channel of the stack), or MIN:MAX as"
                    + " ImageJ shows them.")
    private String range = ValueRangePolicy.AUTO.toString();

    @Parameter(
            label = "Channels are red, green, blue",
            persist = false,
            description = "Restore the three channels of a composite together, as those of one colour picture.")
    private boolean rgb;

    @Parameter(
            label = "Only inside the selection",
            persist = false,
            description = "Restore the pixels inside the selection; those outside stay as they are.")
    private boolean roi;

    @Parameter(
            label = "Preview",
            persist = false,
            description = "Show what it would make of the part of the plane that is selected or seen.")
    private boolean preview;

    @Parameter(
            label = "Degradation maps",
            persist = false,
            choices = {NO_MAPS, "affinities", "dominant", "entropy", "change"},
            description =
                    "Also show, as a second image, what was recognised where: affinities (the share of every learned"
                            + " degradation), dominant (the number of the largest), entropy (of the shares, in bits), or change (how"
                            + " much was changed, in the image's own units).")
    private String maps = NO_MAPS;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus restored;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus mapped;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus legend;

    @Parameter
    private ObjectService objects;

    private final RestorePreview previews = new RestorePreview();

    @Override
    String doing() {
        return "Restoring " + titleOf(image);
    }

    @Override
    void work(Progress progress) throws IOException {
        previews.closeAndWait();
        RestoreOptions options = options();
        if (roi) options = options.withRegion(Selection.of(image));
        if (maps.equals(NO_MAPS)) {
            try (ImagePlusRestorer restorer = open(options)) {
                restored = restorer.restore(image, progress);
            }
        } else {
            MapChoice choice = MapChoice.of(MapKind.parse(maps));
            try (ImagePlusMapper mapper = ImagePlusMapper.open(chosenModel(), device, options, choice)) {
                RestoredAndMapped result = mapper.restore(image, progress);
                restored = result.restored();
                mapped = result.mapped().maps();
                legend = result.mapped().legend().orElse(null);
            }
        }
    }

    /** Called whenever the user changes something in the dialog. */
    @Override
    public void preview() {
        if (preview && image != null) previews.show(image, roi, () -> open(options()));
        else previews.close();
    }

    /** Called when the user leaves the dialog by Cancel. */
    @Override
    public void cancel() {
        previews.close();
    }

    private ImagePlusRestorer open(RestoreOptions options) throws IOException {
        return ImagePlusRestorer.open(chosenModel(), device, options);
    }

    private String chosenModel() {
        return isGiven(file) ? file.getPath() : model.name();
    }

    private RestoreOptions options() {
        return RestoreOptions.defaults()
                .withRange(ValueRangePolicy.parse(range))
                .withRgb(rgb);
    }

    /** Called by SciJava before it asks the user. */
    void listModels() throws IOException {
        ModelName.list(objects);
    }
}
