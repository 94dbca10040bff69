package io.github.ndrfiji.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.ndrfiji.Progress;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import java.util.OptionalDouble;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures how like an image is to a reference, plane by plane, into ImageJ's table of results. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Evaluate...", weight = 3)},
        headless = true,
        description =
                "Measures PSNR and SSIM of an image against a reference: a line for each plane in the Results table,"
                        + " and a last one for the whole image. Shows where a restoration helped and where it hurt.")
public class EvaluateCommand extends NdrCommand {

    private static final String AUTO = "auto";

    @Parameter(
            label = "Image",
            persist = false,
            required = false,
            autoFill = false,
            description = "The image to measure, such as a restored one.")
    private ImagePlus image;

    @Parameter(
            label = "Reference",
            persist = false,
            required = false,
            autoFill = false,
            description = "What it should be; of the same size.")
    private ImagePlus reference;

    @Parameter(
            label = "Data range",
            persist = false,
            description = "The largest difference that two values can have, such as 4095. auto: 255 for 8-bit and RGB,"
                    + " else the reference's largest less its smallest value, channel by channel.")
    private String range = AUTO;

    @Parameter(
            label = "Luma only",
            persist = false,
            description = "Compare only Y of YCbCr (ITU-R BT.601), as papers on rain and resolution do.")
    private boolean luma;

    @Parameter(
            label = "Fit gain and offset",
            persist = false,
            description =
                    "Bring each plane and channel of the image onto the reference's scale first, by least squares;"
                            + " for images of other brightness, as of another exposure.")
    private boolean fit;

    @Parameter(
            label = "Degraded image",
            persist = false,
            required = false,
            autoFill = false,
            description = "What was restored; looked at only if the next field is chosen.")
    private ImagePlus degraded;

    /** Asked for by its own field, because Fiji's dialog has some image in the field above whenever one is open. */
    @Parameter(
            label = "Show where it helped",
            persist = false,
            description =
                    "Also show |degraded - reference| - |image - reference|: blue where the image is nearer to the"
                            + " reference than the degraded one, red where it is farther away, white where nothing changed.")
    private boolean helped;

    @Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private double psnr;

    @Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private double ssim;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus difference;

    @Override
    String doing() {
        return "Comparing " + titleOf(image);
    }

    @Override
    void work(Progress progress) {
        Comparison.Similarity similarity = new Comparison(dataRange(), luma, fit).of(image, reference, progress);
        Optional<Improvement.Improved> improved = helped ? Optional.of(improved(progress)) : Optional.empty();
        psnr = similarity.psnr();
        ssim = similarity.ssim();
        difference = improved.map(Improvement.Improved::difference).orElse(null);
        fill(ResultsTable.getResultsTable(), similarity, improved);
    }

    private Improvement.Improved improved(Progress progress) {
        if (degraded == null)
            throw new IllegalArgumentException(
                    "Where the restoration helped was asked for, but no degraded image is given; open it and choose it.");
        return new Improvement(luma, fit).of(image, degraded, reference, progress);
    }

    private void fill(ResultsTable table, Comparison.Similarity similarity, Optional<Improvement.Improved> improved) {
        for (int i = 0; i < similarity.planes().size(); i++) {
            Comparison.PlaneSimilarity plane = similarity.planes().get(i);
            table.incrementCounter();
            table.addLabel(image.getTitle());
            table.addValue("C", plane.c());
            table.addValue("Z", plane.z());
            table.addValue("T", plane.t());
            addMeasures(table, plane.psnr(), plane.ssim());
            if (improved.isPresent()) addGain(table, improved.get().planes().get(i));
        }
        table.incrementCounter();
        table.addLabel(image.getTitle() + ", whole");
        addMeasures(table, similarity.psnr(), similarity.ssim());
        improved.ifPresent(known -> addGain(table, known.whole()));
        if (!GraphicsEnvironment.isHeadless()) table.show("Results");
    }

    private static void addMeasures(ResultsTable table, double psnr, double ssim) {
        table.addValue("PSNR", psnr);
        table.addValue("SSIM", ssim);
    }

    private static void addGain(ResultsTable table, Improvement.Gain gain) {
        table.addValue("Better", gain.better());
        table.addValue("Worse", gain.worse());
        table.addValue("Gain", gain.gain());
    }

    private OptionalDouble dataRange() {
        if (range.strip().equals(AUTO)) return OptionalDouble.empty();
        try {
            double value = Double.parseDouble(range);
            if (value > 0 && Double.isFinite(value)) return OptionalDouble.of(value);
        } catch (NumberFormatException e) {
            throw wrongRange(e);
        }
        throw wrongRange(null);
    }

    private IllegalArgumentException wrongRange(Throwable cause) {
        return new IllegalArgumentException(
                "The data range is '" + range + "', but must be auto or a number above 0, such as 255.", cause);
    }
}
