package io.github.ndrfiji.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import io.github.ndrfiji.image.Region;

/** Single planes of a stack, with all their channels, as images of their own. */
public final class PlaneImage {

    private static final int GAP = 4;

    private PlaneImage() {}

    /** A copy of the plane that an image shows, with its calibration, colours and display range. */
    public static ImagePlus shownBy(ImagePlus image) {
        ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
        for (int c = 1; c <= image.getNChannels(); c++) {
            int index = image.getStackIndex(c, image.getSlice(), image.getFrame());
            stack.addSlice(image.getStack().getProcessor(index).duplicate());
        }
        ImagePlus plane = likeIn(image, new ImagePlus(image.getTitle(), stack));
        plane.setCalibration(image.getCalibration().copy());
        return plane;
    }

    /**
     * A region of one plane beside the same region of another.
     *
     * @param right of {@code scale} times the sides of {@code left}
     */
    public static ImagePlus sideBySide(String title, ImagePlus left, ImagePlus right, Region region, int scale) {
        int width = region.width() * scale;
        int height = region.height() * scale;
        ImageStack stack = new ImageStack(2 * width + GAP, height);
        for (int c = 1; c <= left.getStackSize(); c++) {
            ImageProcessor both = left.getStack().getProcessor(c).createProcessor(2 * width + GAP, height);
            both.insert(part(left, c, region, 1).resize(width, height), 0, 0);
            both.insert(part(right, c, region, scale), width + GAP, 0);
            stack.addSlice(both);
        }
        return likeIn(left, new ImagePlus(title, stack));
    }

    private static ImageProcessor part(ImagePlus plane, int channel, Region region, int scale) {
        ImageProcessor pixels = plane.getStack().getProcessor(channel);
        pixels.setRoi(region.x() * scale, region.y() * scale, region.width() * scale, region.height() * scale);
        ImageProcessor part = pixels.crop();
        pixels.resetRoi();
        return part;
    }

    /** Shows a plane of several channels as those of {@code image} are shown. */
    private static ImagePlus likeIn(ImagePlus image, ImagePlus plane) {
        plane.setDimensions(plane.getStackSize(), 1, 1);
        if (image instanceof CompositeImage shown) {
            CompositeImage composite = new CompositeImage(plane, shown.getMode());
            composite.copyLuts(shown);
            return composite;
        }
        if (image.getBitDepth() != 24) {
            plane.getProcessor().setColorModel(image.getProcessor().getColorModel());
            plane.setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
        }
        return plane;
    }
}
