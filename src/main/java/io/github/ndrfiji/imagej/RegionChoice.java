package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.plugin.frame.RoiManager;
import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which parts of an image to measure. */
public enum RegionChoice {
    /** Those of the ROI Manager if it has some, else the selection if there is one, else the whole image. */
    AUTO,
    /** The whole image, whatever is selected. */
    IMAGE,
    /** The image's selection. */
    SELECTION,
    /** Every ROI of the ROI Manager, in batch mode of the macro's own; where windows cannot be there is none. */
    MANAGER,
    /** Every ROI of the image's overlay that has an area; pictures and text are left out. */
    OVERLAY;

    /** @throws IllegalArgumentException if it is the name of none */
    public static RegionChoice parse(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no regions '" + text + "'; use "
                        + Arrays.stream(values()).map(RegionChoice::toString).collect(Collectors.joining(", "))
                        + "."));
    }

    /**
     * The parts of an image, at least one.
     *
     * @throws IllegalArgumentException if there is no image or no such part, or one that has no area
     */
    public List<MeasuredRegion> of(ImagePlus image) {
        ImagePlusPlanes.requirePixels(image);
        return switch (this) {
            case AUTO -> automatic(image);
            case IMAGE -> List.of(MeasuredRegion.whole(image));
            case SELECTION -> List.of(selection(image));
            case MANAGER ->
                some(
                        managed(),
                        "The ROI Manager has no ROIs; add some by Edit > Selection > Add to Manager, or measure the"
                                + " whole image.",
                        image);
            case OVERLAY ->
                some(
                        overlaid(image),
                        "'" + image.getTitle() + "' has no overlay with areas; add a selection by Image > Overlay >"
                                + " Add Selection..., or measure the whole image.",
                        image);
        };
    }

    private static List<MeasuredRegion> automatic(ImagePlus image) {
        if (!managed().isEmpty()) return MANAGER.of(image);
        return image.getRoi() == null ? IMAGE.of(image) : SELECTION.of(image);
    }

    private static MeasuredRegion selection(ImagePlus image) {
        if (image.getRoi() == null)
            throw new IllegalArgumentException("'" + image.getTitle()
                    + "' has no selection; draw one, such as a rectangle, or measure the whole image.");
        return MeasuredRegion.of(image.getRoi(), "selection", image);
    }

    private static List<Roi> managed() {
        try {
            RoiManager manager = RoiManager.getInstance2(); // in batch mode a hidden one
            return manager == null ? List.of() : List.of(manager.getRoisAsArray());
        } catch (HeadlessException e) { // ImageJ tries to make a window for a macro's
            return List.of();
        }
    }

    private static List<Roi> overlaid(ImagePlus image) {
        List<Roi> rois = new ArrayList<>();
        Overlay overlay = image.getOverlay();
        if (overlay != null)
            for (Roi roi : overlay)
                if (roi.isArea() && !(roi instanceof ImageRoi) && !(roi instanceof TextRoi)) rois.add(roi);
        return rois;
    }

    private static List<MeasuredRegion> some(List<Roi> rois, String ifNone, ImagePlus image) {
        if (rois.isEmpty()) throw new IllegalArgumentException(ifNone);
        List<MeasuredRegion> regions = new ArrayList<>();
        for (Roi roi : rois) regions.add(MeasuredRegion.of(roi, "ROI " + (regions.size() + 1), image));
        return regions;
    }

    /** Its name in lower case, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
