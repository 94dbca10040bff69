package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.metrics.MeanSquare;
import io.github.ndrfiji.metrics.Psnr;
import io.github.ndrfiji.metrics.Ssim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Measures how like an image is to a reference, over all channels and planes of a stack.
 *
 * <p>Samples are divided by the data range of their channel. The PSNR is that of the mean squared error of all samples
 * together; the SSIM is the mean of those of all channels and planes.
 *
 * @param range the data range of all channels; if none is given, 255 for 8-bit and RGB references, and for others, in
 *     each channel, the difference of the largest and the smallest value of the reference
 * @param luma whether to compare only the luma of colours
 * @param fit whether each plane and channel is first brought onto the scale of the reference, by {@link
 *     io.github.ndrfiji.metrics.GainAndOffset}
 */
public record Comparison(OptionalDouble range, boolean luma, boolean fit) {

    /** Without a fit. */
    public Comparison(OptionalDouble range, boolean luma) {
        this(range, luma, false);
    }

    /**
     * How like an image is to its reference.
     *
     * @param psnr in dB; infinite if they are equal
     * @param ssim 1 if they are equal; NaN if they are smaller than the window of SSIM
     * @param ranges the data range of each channel
     * @param planes the same for every plane of the stack, in its order
     */
    public record Similarity(double psnr, double ssim, List<Double> ranges, List<PlaneSimilarity> planes) {
        public Similarity {
            ranges = List.copyOf(ranges);
            planes = List.copyOf(planes);
        }
    }

    /**
     * How like one plane of a stack is to its reference. The colours of an RGB image are one plane together, and so is
     * the luma of three channels.
     *
     * @param c channel, from 1; 1 for luma
     * @param z slice, from 1
     * @param t frame, from 1
     * @param psnr as for {@link Similarity}
     * @param ssim as for {@link Similarity}
     */
    public record PlaneSimilarity(int c, int z, int t, double psnr, double ssim) {}

    /**
     * Compares two images.
     *
     * @throws IllegalArgumentException if they differ in size or calibration of values, or have no colours for the luma
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before every plane
     */
    public Similarity of(ImagePlus image, ImagePlus reference, Progress progress) {
        ComparedPlanes pair = ComparedPlanes.of(image, reference, luma, fit);
        Planes expected = pair.reference();
        List<Double> ranges = ranges(reference, expected, progress);
        List<ValueRange> units = ranges.stream().map(r -> new ValueRange(0, r)).toList();
        int parts = pair.parts();
        int depth = image.getNSlices();
        double squares = 0;
        double ssim = 0;
        List<PlaneSimilarity> planes = new ArrayList<>();
        for (long p = 0; p < expected.count(); p++) {
            progress.checkCancelled();
            Patch y = pair.referencePlane(p, units);
            Patch x = pair.imagePlane(p, y, units);
            Likeness whole = Likeness.of(x, y);
            squares += whole.meanSquare;
            ssim += whole.ssim;
            for (int c = 0; c < parts; c++) {
                Likeness part = parts == 1 ? whole : Likeness.of(x.channel(c), y.channel(c));
                planes.add(part.at(c + 1, p % depth + 1, p / depth + 1));
            }
            progress.report(p + 1, expected.count());
        }
        return new Similarity(
                Psnr.ofMeanSquare(squares / expected.count(), 1), ssim / expected.count(), ranges, planes);
    }

    private record Likeness(double meanSquare, double ssim) {
        static Likeness of(Patch x, Patch y) {
            boolean tooSmall = Math.min(x.width(), x.height()) < Ssim.WINDOW;
            return new Likeness(MeanSquare.of(x, y), tooSmall ? Double.NaN : Ssim.of(x, y, 1));
        }

        PlaneSimilarity at(int c, long z, long t) {
            return new PlaneSimilarity(c, (int) z, (int) t, Psnr.ofMeanSquare(meanSquare, 1), ssim);
        }
    }

    private List<Double> ranges(ImagePlus reference, Planes planes, Progress progress) {
        if (range.isPresent()) return Collections.nCopies(planes.channels(), range.getAsDouble());
        if (reference.getBitDepth() == 8 || reference.getBitDepth() == 24)
            return Collections.nCopies(planes.channels(), 255.0);
        List<Double> ranges = new ArrayList<>();
        for (int c = 0; c < planes.channels(); c++) ranges.add(extent(planes, c, progress));
        return ranges;
    }

    /** Largest less smallest finite value of a channel; 1 if they are equal. */
    private static double extent(Planes planes, int channel, Progress progress) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double[] row = new double[planes.width()];
        for (long p = 0; p < planes.count(); p++) {
            progress.checkCancelled();
            for (int y = 0; y < planes.height(); y++) {
                planes.plane(p, channel, 1).readRow(0, y, row);
                for (double value : row)
                    if (Double.isFinite(value)) {
                        min = Math.min(min, value);
                        max = Math.max(max, value);
                    }
            }
        }
        return max > min ? max - min : 1;
    }
}
