package io.github.ndrfiji.command;

import ij.measure.ResultsTable;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusIdentifier.IdentifiedPlane;
import io.github.ndrfiji.fingerprint.Identification;
import io.github.ndrfiji.fingerprint.Identification.Likelihood;
import io.github.ndrfiji.imagej.Selection;
import io.github.ndrfiji.restore.RestoreOptions;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
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
public class IdentifyCommand extends ModelCommand {

    private static final String UNKNOWN = "unlike all";

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

    @Override
    String doing() {
        return "Looking at " + titleOf(image());
    }

    @Override
    void work(Progress progress) throws IOException {
        RestoreOptions options = options();
        if (roi) options = options.withRegion(Selection.of(image()));
        try (ImagePlusIdentifier identifier = ImagePlusIdentifier.open(model(), told(device(), progress), options)) {
            List<IdentifiedPlane> planes = identifier.identify(image(), progress);
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
            table.addValue("Image", image().getTitle());
            table.addValue("Channel", plane.c());
            table.addValue("Slice", plane.z());
            table.addValue("Frame", plane.t());
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
}
