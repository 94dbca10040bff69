package io.github.ndrfiji.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusIdentifier.IdentifiedPlane;
import io.github.ndrfiji.fingerprint.Identification;
import io.github.ndrfiji.fingerprint.Identification.Likelihood;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.Selection;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.restore.RestoreOptions;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells what an image suffers from, into ImageJ's table of results. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "NDR Restore"),
            @Menu(label = "Identify Degradation...", weight = 1.8)
        },
        headless = true,
        description =
                "Tells what an image suffers from, of all that a model was trained on, and how sure that is: a line"
                        + " for each plane in the Results table.")
public class IdentifyCommand extends NdrCommand {

    private static final String UNKNOWN = "unlike all";

    @Parameter(
            label = "Image",
            persist = false,
            required = false,
            description = "The image or stack to look at; it remains as it is.")
    private ImagePlus image;

    @Parameter(
            label = "Model",
            persist = false,
            initializer = "listModels",
            description = "It knows the kinds of degradation that it was trained on, and no others.")
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
            description = "Look at the three channels of a composite together, as those of one colour picture.")
    private boolean rgb;

    @Parameter(
            label = "Only the selection",
            persist = false,
            description = "Look at the tiles that the selection touches.")
    private boolean roi;

    @Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private String degradation;

    @Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private double confidence;

    @Parameter
    private ObjectService objects;

    @Override
    String doing() {
        return "Looking at " + titleOf(image);
    }

    @Override
    void work(Progress progress) throws IOException {
        RestoreOptions options = RestoreOptions.defaults()
                .withRange(ValueRangePolicy.parse(range))
                .withRgb(rgb);
        if (roi) options = options.withRegion(Selection.of(image));
        String chosen = isGiven(file) ? file.getPath() : model.name();
        try (ImagePlusIdentifier identifier = ImagePlusIdentifier.open(chosen, device, options)) {
            List<IdentifiedPlane> planes = identifier.identify(image, progress);
            Identification first = planes.get(0).found();
            degradation = name(first);
            confidence = first.likeliest().confidence();
            fill(ResultsTable.getResultsTable(), planes);
        }
    }

    private void fill(ResultsTable table, List<IdentifiedPlane> planes) {
        for (IdentifiedPlane plane : planes) {
            Identification found = plane.found();
            table.incrementCounter();
            table.addLabel(image.getTitle());
            table.addValue("C", plane.c());
            table.addValue("Z", plane.z());
            table.addValue("T", plane.t());
            table.addValue("Degradation", name(found));
            table.addValue("Confidence", found.likeliest().confidence());
            table.addValue("Like", found.likeliest().strength());
            for (Likelihood kind : byName(found)) table.addValue(kind.degradation(), kind.confidence());
        }
        if (!GraphicsEnvironment.isHeadless()) table.show("Results");
    }

    private static String name(Identification found) {
        return found.familiar() ? found.likeliest().degradation() : UNKNOWN;
    }

    /** In an order that does not change from plane to plane, as columns have it. */
    private static List<Likelihood> byName(Identification found) {
        return found.kinds().stream()
                .sorted(Comparator.comparing(Likelihood::degradation))
                .toList();
    }

    /** Called by SciJava before it asks the user. */
    void listModels() throws IOException {
        ModelName.list(objects);
    }
}
