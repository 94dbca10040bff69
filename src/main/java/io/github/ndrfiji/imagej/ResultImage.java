package io.github.ndrfiji.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.plugin.RoiScaler;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * A new image for the result of working on another, with everything of it but the pixels.
 *
 * <p>The result has the source's title with a suffix, calibration, C, Z and T, look-up tables, composite mode, display
 * range, slice labels, ROI, overlay, info and properties.
 */
public final class ResultImage {

    /** Bytes of a stack above which it is not held in memory. */
    private static final long LARGEST = Runtime.getRuntime().maxMemory() / 2;

    private static final String INFO = "Info";
    static final int RGB = 24;
    static final List<Color> COLOURS = List.of(Color.RED, Color.GREEN, Color.BLUE);

    private ResultImage() {}

    /**
     * A black image like {@code source}, which is not altered, and of its type. A stack that would take more than half of
     * the memory is a virtual one in a temporary file, to be written through {@link ImagePlusPlanes#of} up to
     * {@link #written}.
     *
     * @param suffix put between the title and its file extension
     * @param width columns of the result; where they are not the source's, pixel width, ROI and overlay are scaled
     * @param height rows of the result; likewise
     */
    public static ImagePlus like(ImagePlus source, String suffix, int width, int height) {
        return like(source, suffix, width, height, source.getBitDepth());
    }

    /** The same with 32 bits a sample. The colours of an RGB image become three channels. */
    public static ImagePlus floatLike(ImagePlus source, String suffix, int width, int height) {
        return like(source, suffix, width, height, 32);
    }

    /** Adds lines to the info that ImageJ shows for an image and stores in its TIFF files. */
    public static void addInfo(ImagePlus image, String lines) {
        String info = image.getInfoProperty();
        image.setProperty(INFO, info == null ? lines : info.stripTrailing() + "\n" + lines);
    }

    /** To be called when all was written: one in a temporary file shows its planes only then. */
    public static void written(ImagePlus image) {
        if (!image.getStack().isVirtual()) return;
        double min = image.getDisplayRangeMin();
        double max = image.getDisplayRangeMax();
        image.setStack(image.getStack());
        if (image.getBitDepth() != RGB && !image.isComposite()) image.setDisplayRange(min, max);
    }

    /**
     * Fits the display range of a 16- or 32-bit image to its values: each channel from the 0.1st to the 99.9th percentile.
     * That of 8-bit and RGB images stays.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public static void fitDisplayRange(ImagePlus image, Progress progress) {
        if (image.getBitDepth() != 16 && image.getBitDepth() != 32) return;
        List<ValueRange> ranges = ValueRangePolicy.PERCENTILE.ranges(ImagePlusPlanes.planes(image), progress);
        if (image instanceof CompositeImage composite) {
            LUT[] luts = composite.getLuts();
            for (int c = 0; c < luts.length; c++) {
                luts[c].min = ranges.get(c).min();
                luts[c].max = ranges.get(c).max();
            }
            composite.setLuts(luts);
        } else {
            double min = ranges.stream().mapToDouble(ValueRange::min).min().orElseThrow();
            double max = ranges.stream().mapToDouble(ValueRange::max).max().orElseThrow();
            image.setDisplayRange(min, max);
        }
    }

    private static ImagePlus like(ImagePlus source, String suffix, int width, int height, int bitDepth) {
        int split = source.getBitDepth() == RGB && bitDepth != RGB ? COLOURS.size() : 1;
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < split * source.getStackSize(); i++)
            labels.add(source.getStack().getSliceLabel(i / split + 1));
        ImagePlus blank = new ImagePlus(title(source.getTitle(), suffix), blankStack(width, height, bitDepth, labels));
        blank.setDimensions(split * source.getNChannels(), source.getNSlices(), source.getNFrames());

        ImagePlus result = split > 1 ? withColours(blank) : withDisplayOf(source, blank);
        result.setOpenAsHyperStack(source.isHyperStack());
        result.setCalibration(calibration(source, result));
        copyRegions(source, result);
        copyProperties(source, result);
        return result;
    }

    /** A title with a suffix before its file extension. */
    static String title(String title, String suffix) {
        int dot = title.lastIndexOf('.');
        boolean extension = dot > 0 && title.length() - dot <= 5 && title.indexOf(' ', dot) < 0;
        return extension ? title.substring(0, dot) + suffix + title.substring(dot) : title + suffix;
    }

    private static ImageStack blankStack(int width, int height, int bitDepth, List<String> labels) {
        long bytes = (long) width * height * labels.size() * (bitDepth == RGB ? 32 : bitDepth) / Byte.SIZE;
        if (labels.size() > 1 && bytes > LARGEST) return new ScratchStack(width, height, bitDepth, labels);
        ImageStack stack = new ImageStack(width, height);
        for (String label : labels) stack.addSlice(label, blankPlane(width, height, bitDepth));
        return stack;
    }

    private static Object blankPlane(int width, int height, int bitDepth) {
        int pixels = Math.multiplyExact(width, height);
        return switch (bitDepth) {
            case 8 -> new byte[pixels];
            case 16 -> new short[pixels];
            case RGB -> {
                int[] opaque = new int[pixels];
                Arrays.fill(opaque, 0xff000000);
                yield opaque;
            }
            case 32 -> new float[pixels];
            default -> throw new IllegalArgumentException("Images of " + bitDepth + " bits a pixel do not exist.");
        };
    }

    private static ImagePlus withColours(ImagePlus image) {
        CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
        for (int c = 0; c < COLOURS.size(); c++) composite.setChannelLut(colour(c), c + 1);
        return composite;
    }

    /** From black to red, green or blue. */
    static LUT colour(int index) {
        LUT lut = LUT.createLutFromColor(COLOURS.get(index));
        lut.max = 255;
        return lut;
    }

    /** A copy of a ROI that belongs to no plane. */
    static Roi everywhere(Roi roi) {
        Roi copy = (Roi) roi.clone();
        copy.setPosition(0);
        return copy;
    }

    private static ImagePlus withDisplayOf(ImagePlus source, ImagePlus image) {
        if (source instanceof CompositeImage shown) {
            CompositeImage composite = new CompositeImage(image, shown.getMode());
            composite.copyLuts(shown);
            return composite;
        }
        if (source.getBitDepth() != RGB) {
            ImageProcessor shown = source.getProcessor();
            image.getStack().setColorModel(shown.getColorModel());
            image.getProcessor().setColorModel(shown.getColorModel());
            image.setDisplayRange(shown.getMin(), shown.getMax());
        }
        return image;
    }

    private static Calibration calibration(ImagePlus source, ImagePlus result) {
        Calibration calibration = source.getCalibration().copy();
        double scaleX = (double) result.getWidth() / source.getWidth();
        double scaleY = (double) result.getHeight() / source.getHeight();
        calibration.pixelWidth /= scaleX;
        calibration.pixelHeight /= scaleY;
        calibration.xOrigin *= scaleX;
        calibration.yOrigin *= scaleY;
        return calibration;
    }

    private static void copyRegions(ImagePlus source, ImagePlus result) {
        if (source.getRoi() != null) result.setRoi(scaled(source.getRoi(), source, result));
        if (source.getOverlay() == null) return;
        Overlay overlay = source.getOverlay().create();
        for (Roi roi : source.getOverlay()) overlay.add(scaled(roi, source, result));
        result.setOverlay(overlay);
        result.setHideOverlay(source.getHideOverlay());
    }

    private static Roi scaled(Roi roi, ImagePlus source, ImagePlus result) {
        if (result.getWidth() == source.getWidth() && result.getHeight() == source.getHeight())
            return (Roi) roi.clone();
        double scaleX = (double) result.getWidth() / source.getWidth();
        double scaleY = (double) result.getHeight() / source.getHeight();
        Roi scaled = RoiScaler.scale(roi, scaleX, scaleY, false);
        if (roi.hasHyperStackPosition()) scaled.setPosition(roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
        else scaled.setPosition(roi.getPosition());
        return scaled;
    }

    /** Copies info and properties. */
    static void copyProperties(ImagePlus source, ImagePlus result) {
        Properties properties = source.getProperties();
        if (properties != null)
            for (String key : properties.stringPropertyNames()) result.setProperty(key, properties.getProperty(key));
        result.setProperties(source.getPropertiesAsArray());
    }
}
