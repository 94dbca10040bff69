package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.degrade.Depth;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ResultImage;
import io.github.ndrfiji.imagej.ShownRange;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Degrades images of ImageJ. Strengths given as ranges are drawn once for each plane; all channels of a plane are
 * degraded together, as one scene seen by one detector.
 *
 * @param degradations applied one after the other, at least one
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
        return degrade(image, Optional.empty(), seed, progress);
    }

    /**
     * The same with haze that lies at the depths of an image, each plane's as {@link Depth#of} takes them.
     *
     * @param depth gray or RGB, bright being far, of the size of the image, with as many planes or one for all
     * @throws IllegalArgumentException also if there are depths, but no haze, or depths of another size
     */
    public ImagePlus degrade(ImagePlus image, Optional<ImagePlus> depth, long seed, Progress progress) {
        DegradationChain chain = new DegradationChain(degradations);
        Planes source = ImagePlusPlanes.planes(image);
        List<ValueRange> ranges = ShownRange.stored(range, image).ranges(source, progress);
        if (depth.isPresent() && !chain.has(DegradationKind.HAZE))
            throw new IllegalArgumentException(
                    "A depth image is for haze, but the degradation is " + chain + "; leave it out, or choose haze.");
        Optional<Depths> depths = depth.map(given -> Depths.of(given, source));
        SplittableRandom random = new SplittableRandom(seed);
        ImagePlus result = null;
        long saturated = 0;
        for (long p = 0; p < source.count(); p++) {
            progress.checkCancelled();
            Plane plane = source.plane(p, 0, source.channels());
            long number = p;
            Patch clean = plane.read(0, 0, source.width(), source.height(), ranges);
            Patch patch = chain.apply(clean, depths.map(all -> all.at(number)), random.split());
            if (result == null) result = blank(image, patch);
            saturated += write(patch, ImagePlusPlanes.planes(result).plane(p, 0, patch.channels()), ranges);
            progress.report(p + 1, source.count());
        }
        ResultImage.written(result);
        if (saturated > 0)
            progress.warn(saturated + " of " + ImagePlusPlanes.planes(result).samples()
                    + " samples were beyond what the pixel type can hold and became its smallest or largest value.");
        ResultImage.addInfo(
                result,
                "NDR degradations: " + degradations + "\nNDR seed: " + seed + "\nNDR value range: "
                        + ranges.stream().map(r -> ShownRange.shown(r, image)).toList());
        return result;
    }

    /** The depths for each plane of an image. */
    private record Depths(Planes planes) {

        static Depths of(ImagePlus depth, Planes image) {
            Planes planes = ImagePlusPlanes.planes(depth);
            if (planes.channels() != 1 && !planes.isColour() || planes.count() != 1 && planes.count() != image.count())
                throw new IllegalArgumentException("The depth image '" + depth.getTitle() + "' has " + planes
                        + ", but must have one channel, and one plane or as many as the image: " + image.count() + ".");
            return new Depths(planes);
        }

        Depth at(long plane) {
            Plane depths = planes.plane(planes.count() == 1 ? 0 : plane, 0, planes.channels());
            List<ValueRange> asStored = Collections.nCopies(planes.channels(), ValueRange.UNIT);
            return Depth.of(
                    depths.read(0, 0, planes.width(), planes.height(), asStored).gray());
        }
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
