package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Quantiles;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.imagej.DivergingColours;
import io.github.ndrfiji.imagej.LayerImage;
import io.github.ndrfiji.imagej.LayerImage.Layer;
import io.github.ndrfiji.imagej.ResultImage;
import io.github.ndrfiji.imagej.ShownRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Shows where a restoration helped and where it hurt: |degraded - reference| - |restored - reference| at every pixel, in
 * the values that ImageJ shows.
 *
 * <p>Above 0 the restored image is nearer to the reference, below 0 the degraded one. Of the colours of an RGB image it is
 * the mean. Pixels that are NaN or infinite in one of the images are NaN and do not count.
 *
 * @param luma whether to compare only the luma of colours
 * @param fit whether each plane and channel of both images is first brought onto the scale of the reference
 */
public record Improvement(boolean luma, boolean fit) {

    /** The part of the pixels whose colours are told apart; the others have the darkest colours. */
    private static final double SHOWN = 0.99;

    /**
     * What became of the errors.
     *
     * @param better share of the pixels where the restored image is nearer to the reference, from 0 to 1
     * @param worse share of those where it is farther away; the rest is as it was
     * @param gain the mean of the differences of the errors, in the values that ImageJ shows
     */
    public record Gain(double better, double worse, double gain) {}

    /**
     * Of an image.
     *
     * @param difference 32-bit, with the restored image's calibration and metadata
     * @param whole of all planes together
     * @param planes of each plane, as in {@link Comparison.Similarity#planes}
     */
    public record Improved(ImagePlus difference, Gain whole, List<Gain> planes) {
        public Improved {
            planes = List.copyOf(planes);
        }
    }

    /** Counts pixels. */
    private static final class Tally {
        private long better;
        private long worse;
        private long pixels;
        private double sum;

        void add(Tally other) {
            better += other.better;
            worse += other.worse;
            pixels += other.pixels;
            sum += other.sum;
        }

        void add(float[] differences) {
            for (float difference : differences) {
                if (Float.isNaN(difference)) continue;
                pixels++;
                sum += difference;
                if (difference > 0) better++;
                if (difference < 0) worse++;
            }
        }

        Gain gain() {
            return new Gain((double) better / pixels, (double) worse / pixels, sum / pixels);
        }
    }

    /**
     * Compares three images of one size.
     *
     * @throws IllegalArgumentException if they differ in size or calibration of values, or have no colours for the luma
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before every plane
     */
    public Improved of(ImagePlus restored, ImagePlus degraded, ImagePlus reference, Progress progress) {
        ComparedPlanes after = ComparedPlanes.of(restored, reference, luma, fit);
        ComparedPlanes before = ComparedPlanes.of(degraded, reference, luma, fit);
        List<ValueRange> units = Collections.nCopies(after.reference().channels(), ValueRange.UNIT);
        double step = ShownRange.step(reference);
        List<List<float[]>> layers = new ArrayList<>();
        for (int c = 0; c < after.parts(); c++) layers.add(new ArrayList<>());
        List<Gain> gains = new ArrayList<>();
        Tally whole = new Tally();
        for (long p = 0; p < after.reference().count(); p++) {
            progress.checkCancelled();
            Patch truth = after.referencePlane(p, units);
            Patch x = after.imagePlane(p, truth, units);
            Patch d = before.imagePlane(p, truth, units);
            for (int c = 0; c < after.parts(); c++) {
                float[] differences = differences(d, x, truth, c, truth.channels() / after.parts(), step);
                Tally tally = new Tally();
                tally.add(differences);
                whole.add(tally);
                gains.add(tally.gain());
                layers.get(c).add(differences);
            }
            progress.report(p + 1, after.reference().count());
        }
        return new Improved(image(restored, layers, whole.gain()), whole.gain(), gains);
    }

    /** Of one part: the mean over its channels, of which there are {@code together}. */
    private static float[] differences(Patch before, Patch after, Patch truth, int part, int together, double step) {
        int area = truth.width() * truth.height();
        float[] differences = new float[area];
        for (int i = 0; i < area; i++) {
            double sum = 0;
            for (int c = 0; c < together; c++) {
                int at = (part * together + c) * area + i;
                double y = truth.values()[at];
                sum += Math.abs(before.values()[at] - y) - Math.abs(after.values()[at] - y);
            }
            differences[i] = Double.isFinite(sum) ? (float) (step * sum / together) : Float.NaN;
        }
        return differences;
    }

    private ImagePlus image(ImagePlus restored, List<List<float[]>> layers, Gain whole) {
        double largest = largest(layers);
        List<Layer> shown = new ArrayList<>();
        for (List<float[]> layer : layers)
            shown.add(new Layer(
                    "error difference",
                    luma ? Layer.NO_CHANNEL : shown.size() + 1,
                    DivergingColours.lut(largest),
                    layer));
        ImagePlus difference = LayerImage.of(restored, "-difference", shown);
        ResultImage.addInfo(
                difference,
                String.format(
                        Locale.ROOT,
                        "NDR difference: |degraded - reference| - |restored - reference|%s%s\n"
                                + "NDR better: %.2f %% of pixels\nNDR worse: %.2f %% of pixels\nNDR mean gain: %.6g",
                        luma ? ", luma" : "",
                        fit ? ", both fitted to the reference" : "",
                        100 * whole.better(),
                        100 * whole.worse(),
                        whole.gain()));
        return difference;
    }

    /** Where the darkest colours begin. */
    private static double largest(List<List<float[]>> layers) {
        float[] sizes = Quantiles.of(
                sink -> {
                    for (List<float[]> layer : layers)
                        for (float[] plane : layer) for (float value : plane) sink.accept(Math.abs(value));
                },
                SHOWN,
                1);
        for (float size : sizes) if (size > 0) return size;
        return 1;
    }
}
