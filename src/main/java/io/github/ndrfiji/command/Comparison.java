package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.metrics.GainAndOffset;
import io.github.ndrfiji.metrics.Luma;
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
 * @param fit whether each plane and channel is first brought onto the scale of the reference, by {@link GainAndOffset}
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
        Planes compared = ImagePlusPlanes.planes(image);
        Planes expected = ImagePlusPlanes.planes(reference);
        if (!size(compared).equals(size(expected)))
            throw new IllegalArgumentException(
                    "'" + image.getTitle() + "' has " + size(compared) + ", but its reference '" + reference.getTitle()
                            + "' has " + size(expected) + "; only images of one size can be compared.");
        if (!ShownRange.agree(image, reference))
            throw new IllegalArgumentException("The values of '" + image.getTitle() + "' and '" + reference.getTitle()
                    + "' are calibrated differently and cannot be compared; convert both by Image > Type > 32-bit.");
        if (luma && expected.channels() != 3)
            throw new IllegalArgumentException("'" + reference.getTitle() + "' has " + size(expected)
                    + ", but luma is made of red, green and blue; compare without luma.");
        List<Double> ranges = ranges(reference, expected, progress);
        List<ValueRange> units = ranges.stream().map(r -> new ValueRange(0, r)).toList();
        int slices = compared.isColour() ? 1 : compared.channels(); // of ImageJ's stack, in a plane
        int parts = luma ? 1 : slices;
        int depth = image.getNSlices();
        double squares = 0;
        double ssim = 0;
        List<PlaneSimilarity> planes = new ArrayList<>();
        for (long p = 0; p < expected.count(); p++) {
            progress.checkCancelled();
            Patch y = patch(expected, p, units);
            Patch x = fit ? fitted(patch(compared, p, units), y) : patch(compared, p, units);
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

    private static Patch fitted(Patch image, Patch reference) {
        List<Patch> channels = new ArrayList<>();
        for (int c = 0; c < image.channels(); c++) {
            Patch channel = image.channel(c);
            channels.add(GainAndOffset.fit(channel, reference.channel(c)).of(channel));
        }
        return Patch.joined(channels);
    }

    private Patch patch(Planes planes, long index, List<ValueRange> units) {
        Patch patch = planes.plane(index, 0, planes.channels()).read(0, 0, planes.width(), planes.height(), units);
        return luma ? Luma.of(patch) : patch;
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

    private static String size(Planes planes) {
        return planes.width() + " x " + planes.height() + " pixels, " + planes.channels()
                + (planes.channels() == 1 ? " channel" : " channels") + " and " + planes.count()
                + (planes.count() == 1 ? " plane" : " planes");
    }
}
