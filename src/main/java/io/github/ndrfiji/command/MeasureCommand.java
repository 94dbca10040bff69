package io.github.ndrfiji.command;

import ij.measure.ResultsTable;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.RegionChoice;
import io.github.ndrfiji.restore.AffinityLevel;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures which learned degradations a model recognises, region by region, into ImageJ's table of results. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "NDR Restore"),
            @Menu(label = "Measure Degradations...", weight = 1.75)
        },
        headless = true,
        description =
                "Measures how much of each learned degradation a model recognises: a line in the Results table for each"
                        + " region, plane and channel of an image or stack.")
public class MeasureCommand extends ModelCommand {

    private static final int DECIMALS = 4;

    @Parameter(
            label = "Level",
            persist = false,
            choices = {"mean", "1", "2", "3"},
            description = "The level of the network: 1 (the finest), 2, 3, or the mean of all.")
    private String level = AffinityLevel.MEAN.toString();

    @Parameter(
            label = "Regions",
            persist = false,
            choices = {"auto", "image", "selection", "manager", "overlay"},
            description =
                    "Where to measure: image (all of it), selection, manager (every ROI of the ROI Manager), overlay"
                            + " (every area of the overlay), or auto: the ROIs of the ROI Manager if it has some, else the selection"
                            + " if there is one, else the whole image. A ROI that belongs to a plane of a stack is measured there.")
    private String regions = RegionChoice.AUTO.toString();

    @Override
    String doing() {
        return "Measuring " + titleOf(image());
    }

    @Override
    void work(Progress progress) throws IOException {
        RegionChoice choice = RegionChoice.parse(regions);
        try (ImagePlusMeasurer measurer =
                ImagePlusMeasurer.open(model(), told(device(), progress), options(), AffinityLevel.parse(level))) {
            fill(ResultsTable.getResultsTable(), measurer.measure(image(), choice, progress));
        }
    }

    private void fill(ResultsTable table, List<MeasuredShares> rows) {
        for (MeasuredShares row : rows) {
            table.incrementCounter();
            table.addValue("Image", image().getTitle());
            table.addValue("ROI", row.region());
            table.addValue("Channel", row.channel());
            table.addValue("Slice", row.slice());
            table.addValue("Frame", row.frame());
            table.addValue("Pixels", row.shares().pixels());
            table.addValue("Dominant", row.shares().dominant());
            addFraction(table, "Entropy", row.shares().entropy());
            for (int n = 1; n <= row.shares().shares().size(); n++)
                addFraction(table, "A" + n, row.shares().shares().get(n - 1));
        }
        if (!GraphicsEnvironment.isHeadless()) table.show("Results");
    }

    private static void addFraction(ResultsTable table, String column, double value) {
        table.addValue(column, value);
        table.setDecimalPlaces(table.getColumnIndex(column), DECIMALS);
    }
}
