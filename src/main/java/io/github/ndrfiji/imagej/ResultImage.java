package io.github.ndrfiji.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.plugin.RoiScaler;
import ij.process.ImageProcessor;
import java.util.Properties;

/**
 * A new image for the result of working on another, with everything of it but the pixels.
 *
 * <p>The result has the source's type, title with a suffix, calibration, C, Z and T, look-up tables, composite mode,
 * display range, slice labels, ROI, overlay, info and properties.
 */
public final class ResultImage {

    private static final String INFO = "Info";

    private ResultImage() {}

    /**
     * A black image in memory like {@code source}, which is not altered.
     *
     * @param suffix put between the title and its file extension
     * @param scale sides of the result as a multiple of the source's; calibration, ROI and overlay are scaled with it
     */
    public static ImagePlus like(ImagePlus source, String suffix, int scale) {
        ImagePlus result = new ImagePlus(title(source.getTitle(), suffix), blankStack(source, scale));
        result.setDimensions(source.getNChannels(), source.getNSlices(), source.getNFrames());
        if (source instanceof CompositeImage composite) result = asComposite(result, composite);
        else copyDisplay(source, result);
        result.setOpenAsHyperStack(source.isHyperStack());
        result.setCalibration(scaled(source.getCalibration(), scale));
        copyRegions(source, result, scale);
        copyProperties(source, result);
        return result;
    }

    /** Adds lines to the info that ImageJ shows for an image and stores in its TIFF files. */
    public static void addInfo(ImagePlus image, String lines) {
        String info = image.getInfoProperty();
        image.setProperty(INFO, info == null ? lines : info.stripTrailing() + "\n" + lines);
    }

    private static String title(String title, String suffix) {
        int dot = title.lastIndexOf('.');
        boolean extension = dot > 0 && title.length() - dot <= 5 && title.indexOf(' ', dot) < 0;
        return extension ? title.substring(0, dot) + suffix + title.substring(dot) : title + suffix;
    }

    private static ImageStack blankStack(ImagePlus source, int scale) {
        ImageStack labels = source.getStack();
        ImageStack stack = new ImageStack(source.getWidth() * scale, source.getHeight() * scale);
        for (int i = 1; i <= source.getStackSize(); i++)
            stack.addSlice(labels.getSliceLabel(i), blankPlane(source.getBitDepth(), stack));
        return stack;
    }

    private static Object blankPlane(int bitDepth, ImageStack stack) {
        int pixels = Math.multiplyExact(stack.getWidth(), stack.getHeight());
        return switch (bitDepth) {
            case 8 -> new byte[pixels];
            case 16 -> new short[pixels];
            case 24 -> new int[pixels];
            case 32 -> new float[pixels];
            default -> throw new IllegalArgumentException("Images of " + bitDepth + " bits a pixel do not exist.");
        };
    }

    private static CompositeImage asComposite(ImagePlus image, CompositeImage source) {
        CompositeImage composite = new CompositeImage(image, source.getMode());
        composite.copyLuts(source);
        return composite;
    }

    private static void copyDisplay(ImagePlus source, ImagePlus result) {
        ImageProcessor display = source.getProcessor();
        if (source.getBitDepth() == 24) return;
        result.getStack().setColorModel(display.getColorModel());
        result.getProcessor().setColorModel(display.getColorModel());
        result.setDisplayRange(display.getMin(), display.getMax());
    }

    private static Calibration scaled(Calibration calibration, int scale) {
        Calibration scaled = calibration.copy();
        scaled.pixelWidth /= scale;
        scaled.pixelHeight /= scale;
        scaled.xOrigin *= scale;
        scaled.yOrigin *= scale;
        return scaled;
    }

    private static void copyRegions(ImagePlus source, ImagePlus result, int scale) {
        if (source.getRoi() != null) result.setRoi(scaled(source.getRoi(), scale));
        Overlay overlay = source.getOverlay();
        if (overlay == null) return;
        Overlay copy = overlay.create();
        for (Roi roi : overlay) copy.add(scaled(roi, scale));
        result.setOverlay(copy);
        result.setHideOverlay(source.getHideOverlay());
    }

    private static Roi scaled(Roi roi, int scale) {
        if (scale == 1) return (Roi) roi.clone();
        Roi scaled = RoiScaler.scale(roi, scale, scale, false);
        if (roi.hasHyperStackPosition()) scaled.setPosition(roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
        else scaled.setPosition(roi.getPosition());
        return scaled;
    }

    private static void copyProperties(ImagePlus source, ImagePlus result) {
        Properties properties = source.getProperties();
        if (properties != null)
            for (String key : properties.stringPropertyNames()) result.setProperty(key, properties.getProperty(key));
        result.setProperties(source.getPropertiesAsArray());
    }
}
