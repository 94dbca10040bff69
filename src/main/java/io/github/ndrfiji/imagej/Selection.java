package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import io.github.ndrfiji.image.Region;
import java.awt.Rectangle;

/** The part of an image that a user selected or sees, as a region of its planes. */
public final class Selection {

    private Selection() {}

    /**
     * The pixels inside of the image's selection.
     *
     * @throws IllegalArgumentException if there is no image, or no selection that holds an area
     */
    public static Region of(ImagePlus image) {
        ImagePlusPlanes.requirePixels(image);
        Roi roi = image.getRoi();
        if (roi == null || !roi.isArea())
            throw new IllegalArgumentException("'" + image.getTitle() + "' has "
                    + (roi == null ? "no selection" : "a selection without an area")
                    + "; draw one, such as a rectangle, or restore the whole image.");
        return region(roi);
    }

    /**
     * The pixels inside of a ROI that has an area.
     *
     * @throws IllegalArgumentException if it is too small to hold any
     */
    static Region region(Roi roi) {
        Rectangle bounds = roi.getBounds();
        ImageProcessor mask = roi.getMask();
        if (mask == null) return Region.rectangle(bounds.x, bounds.y, bounds.width, bounds.height);
        boolean[] inside = new boolean[bounds.width * bounds.height];
        for (int i = 0; i < inside.length; i++) inside[i] = mask.get(i) != 0;
        return Region.masked(bounds.x, bounds.y, bounds.width, bounds.height, inside);
    }

    /**
     * What a user looks at: the selection if there is one, else the part that the window shows; the middle of it if it is
     * larger than that.
     *
     * @param largest side in pixels
     */
    public static Region lookedAt(ImagePlus image, int largest) {
        ImageCanvas canvas = image.getCanvas();
        Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
        boolean selected = image.getRoi() != null && image.getRoi().isArea();
        Rectangle seen = selected ? image.getRoi().getBounds() : canvas == null ? all : canvas.getSrcRect();
        Rectangle part = seen.intersection(all);
        if (part.isEmpty()) part = all;
        int width = Math.min(part.width, largest);
        int height = Math.min(part.height, largest);
        return Region.rectangle(part.x + (part.width - width) / 2, part.y + (part.height - height) / 2, width, height);
    }
}
