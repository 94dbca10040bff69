package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.ndrfiji.image.Region;
import java.util.List;

/**
 * A part of an image in which something is measured.
 *
 * @param name what a table calls it
 * @param region its pixels in every plane; may lie partly or wholly outside of the image
 * @param channel the channel, from 1 on, that it belongs to; 0 for all
 * @param slice likewise
 * @param frame likewise
 */
public record MeasuredRegion(String name, Region region, int channel, int slice, int frame) {

    /** All pixels. */
    static MeasuredRegion whole(ImagePlus image) {
        return new MeasuredRegion("whole image", Region.rectangle(0, 0, image.getWidth(), image.getHeight()), 0, 0, 0);
    }

    /**
     * That of a ROI. In a stack it belongs to the planes that its position names.
     *
     * @param unnamed its name if it has none
     * @throws IllegalArgumentException if it has no area, or belongs to a plane that the image lacks
     */
    static MeasuredRegion of(Roi roi, String unnamed, ImagePlus image) {
        String name = roi.getName() == null || roi.getName().isBlank() ? unnamed : roi.getName();
        if (!roi.isArea())
            throw new IllegalArgumentException("The ROI '" + name + "' of '" + image.getTitle()
                    + "' has no area; draw one that has, such as a rectangle, or measure the whole image.");
        int[] position = position(roi, image);
        if (position[0] > image.getNChannels() || position[1] > image.getNSlices() || position[2] > image.getNFrames())
            throw new IllegalArgumentException("The ROI '" + name + "' belongs to channel " + position[0] + ", slice "
                    + position[1] + ", frame " + position[2] + " (0: all), but '" + image.getTitle() + "' has "
                    + image.getNChannels() + ", " + image.getNSlices() + " and " + image.getNFrames()
                    + "; set its position to 'none' by Properties... in the ROI Manager.");
        return new MeasuredRegion(name, Selection.region(roi), position[0], position[1], position[2]);
    }

    /** Channel, slice and frame; the colours of an RGB image are all in its one channel. */
    private static int[] position(Roi roi, ImagePlus image) {
        if (image.getStackSize() == 1) return new int[] {0, 0, 0};
        int[] position = {roi.getCPosition(), roi.getZPosition(), roi.getTPosition()};
        if (!roi.hasHyperStackPosition() && roi.getPosition() > 0)
            position = roi.getPosition() > image.getStackSize()
                    ? new int[] {0, roi.getPosition(), 0}
                    : image.convertIndexToPosition(roi.getPosition());
        if (image.getBitDepth() == ResultImage.RGB) position[0] = 0;
        return position;
    }

    /**
     * Whether it belongs to a plane and some of its channels.
     *
     * @param firstChannel the first of them, from 1 on
     */
    public boolean isOn(int firstChannel, int channels, int slice, int frame) {
        boolean onChannel = channel == 0 || channel >= firstChannel && channel < firstChannel + channels;
        return onChannel && (this.slice == 0 || this.slice == slice) && (this.frame == 0 || this.frame == frame);
    }

    /** The smallest rectangle that holds all of some regions, of which there is at least one. */
    public static Region around(List<MeasuredRegion> regions) {
        long left = Long.MAX_VALUE;
        long top = Long.MAX_VALUE;
        long right = Long.MIN_VALUE;
        long bottom = Long.MIN_VALUE;
        for (MeasuredRegion measured : regions) {
            Region region = measured.region();
            left = Math.min(left, region.x());
            top = Math.min(top, region.y());
            right = Math.max(right, (long) region.x() + region.width());
            bottom = Math.max(bottom, (long) region.y() + region.height());
        }
        return Region.rectangle((int) left, (int) top, Math.toIntExact(right - left), Math.toIntExact(bottom - top));
    }
}
