package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.metrics.GainAndOffset;
import io.github.ndrfiji.metrics.Luma;
import java.util.ArrayList;
import java.util.List;

/**
 * The planes of an image and of its reference, as they are compared: with all channels, or the luma of three.
 *
 * @param luma whether only the luma of colours is compared
 * @param fit whether each plane and channel of the image is first brought onto the scale of the reference
 */
record ComparedPlanes(Planes image, Planes reference, boolean luma, boolean fit) {

    /** @throws IllegalArgumentException if they differ in size or calibration of values, or have no colours for the luma */
    static ComparedPlanes of(ImagePlus image, ImagePlus reference, boolean luma, boolean fit) {
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
        return new ComparedPlanes(compared, expected, luma, fit);
    }

    /** How many parts of a plane are told apart: its channels, but 1 for the colours of an RGB image and for luma. */
    int parts() {
        return luma || image.isColour() ? 1 : image.channels();
    }

    /** A plane of the reference, each channel in units of its range. */
    Patch referencePlane(long index, List<ValueRange> units) {
        return patch(reference, index, units);
    }

    /** A plane of the image, in the same units, fitted to that of the reference if it is to be. */
    Patch imagePlane(long index, Patch referencePlane, List<ValueRange> units) {
        Patch plane = patch(image, index, units);
        return fit ? fitted(plane, referencePlane) : plane;
    }

    private Patch patch(Planes planes, long index, List<ValueRange> units) {
        Patch patch = planes.plane(index, 0, planes.channels()).read(0, 0, planes.width(), planes.height(), units);
        return luma ? Luma.of(patch) : patch;
    }

    private static Patch fitted(Patch image, Patch reference) {
        List<Patch> channels = new ArrayList<>();
        for (int c = 0; c < image.channels(); c++) {
            Patch channel = image.channel(c);
            channels.add(GainAndOffset.fit(channel, reference.channel(c)).of(channel));
        }
        return Patch.joined(channels);
    }

    private static String size(Planes planes) {
        return planes.width() + " x " + planes.height() + " pixels, " + planes.channels()
                + (planes.channels() == 1 ? " channel" : " channels") + " and " + planes.count()
                + (planes.count() == 1 ? " plane" : " planes");
    }
}
