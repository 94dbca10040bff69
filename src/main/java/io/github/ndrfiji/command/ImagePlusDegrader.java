package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ResultImage;
import io.github.ndrfiji.imagej.ShownRange;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Degrades images of ImageJ. Strengths given as ranges are drawn once for each plane; all channels of a plane are
 * degraded together, as one scene seen by one detector.
 *
 * @param degradations applied one after the other
 * @param range which values of the image, as ImageJ shows them, are 0 and 1 for the degradations
 * @param toFloat whether results have 32 bits, which neither rounds nor saturates them
 */
public record ImagePlusDegrader(List<DegradationRange> degradations, ValueRangePolicy range, boolean toFloat) {

    private static final String SUFFIX = "-degraded";

    public ImagePlusDegrader {
        degradations = List.copyOf(degradations);
    }

    /**
     * Degrades an image into a new one with its metadata and, in its info, what was done. The number of samples that the
     * pixel type could not hold goes to the log of {@code progress}.
     *
     * @param image remains as it is
     * @param seed equal seeds give equal results
     * @throws IllegalArgumentException if there is no image, or a degradation does not fit its size
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public ImagePlus degrade(ImagePlus image, long seed, Progress progress) {
        Planes source = ImagePlusPlanes.planes(image);
        List<ValueRange> ranges = ShownRange.stored(range, image).ranges(source, progress);
        SplittableRandom random = new SplittableRandom(seed);
        ImagePlus result = null;
        long saturated = 0;
        for (long p = 0; p < source.count(); p++) {
            progress.checkCancelled();
            Plane plane = source.plane(p, 0, source.channels());
            Patch patch = degraded(plane.read(0, 0, source.width(), source.height(), ranges), random.split());
            if (result == null) result = blank(image, patch);
            saturated += write(patch, ImagePlusPlanes.planes(result).plane(p, 0, patch.channels()), ranges);
            progress.report(p + 1, source.count());
        }
        if (saturated > 0)
            progress.log(saturated + " of " + ImagePlusPlanes.planes(result).samples()
                    + " samples were beyond what the pixel type can hold and became its smallest or largest value.");
        ResultImage.addInfo(
                result,
                "NDR degradations: " + degradations + "\nNDR seed: " + seed + "\nNDR value range: "
                        + ranges.stream().map(r -> ShownRange.shown(r, image)).toList());
        return result;
    }

    private Patch degraded(Patch patch, SplittableRandom random) {
        for (DegradationRange degradation : degradations)
            patch = degradation.draw(random).apply(patch, random);
        return patch;
    }

    private ImagePlus blank(ImagePlus image, Patch patch) {
        return toFloat
                ? ResultImage.floatLike(image, SUFFIX, patch.width(), patch.height())
                : ResultImage.like(image, SUFFIX, patch.width(), patch.height());
    }

    /** Returns how many samples the plane's type could not hold. */
    private static long write(Patch patch, Plane plane, List<ValueRange> ranges) {
        long saturated = 0;
        double[] row = new double[patch.width()];
        for (int c = 0; c < patch.channels(); c++)
            for (int y = 0; y < patch.height(); y++) {
                for (int x = 0; x < row.length; x++) row[x] = ranges.get(c).fromUnit(patch.at(c, y, x));
                saturated += plane.writeRow(c, y, row);
            }
        return saturated;
    }
}
