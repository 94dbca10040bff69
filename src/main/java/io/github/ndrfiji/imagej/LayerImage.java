package io.github.ndrfiji.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Images of 32 bits whose channels are layers over the planes of another image. */
public final class LayerImage {

    /** The property in which ImageJ looks for the label of an image of one plane. */
    private static final String LABEL_OF_PLANE = "Slice_Label";

    private LayerImage() {}

    /**
     * One layer.
     *
     * @param label what it shows
     * @param channel the channel, from 1 on, of the image that it tells of, or {@link #NO_CHANNEL}
     * @param lut how it is shown, with its display range
     * @param planes for each Z and T, the first fastest, its values row by row
     */
    public record Layer(String label, int channel, LUT lut, List<float[]> planes) {

        /** The layer tells of all channels. */
        public static final int NO_CHANNEL = 0;

        public Layer {
            planes = List.copyOf(planes);
        }
    }

    /** A look-up table from black to white. */
    public static LUT gray(double min, double max) {
        byte[] levels = new byte[256];
        for (int i = 0; i < 256; i++) levels[i] = (byte) i;
        LUT lut = new LUT(levels, levels, levels);
        lut.min = min;
        lut.max = max;
        return lut;
    }

    /**
     * The layers as the channels of a new image with the title (and a suffix), calibration, Z, T, ROI, info and properties of
     * the image that they tell of. The slice labels are those of that image, as far as it has some, and of the layers.
     *
     * @param source the image that the layers tell of, of their size
     */
    public static ImagePlus of(ImagePlus source, String suffix, List<Layer> layers) {
        return describe(source, suffix, layers, List.of());
    }

    /**
     * The same behind the channels of the image itself, whose values become 32-bit ones as ImageJ shows them.
     *
     * @param image as above; the pixels of the layers are repeated where it is larger
     * @param layers of the size of the image that this one was made of
     * @param scale how many times larger the sides of {@code image} are than theirs
     */
    public static ImagePlus appended(ImagePlus image, String suffix, List<Layer> layers, int scale) {
        List<Layer> enlarged = layers.stream()
                .map(layer -> new Layer(
                        layer.label(),
                        layer.channel(),
                        layer.lut(),
                        layer.planes().stream()
                                .map(plane -> repeated(plane, image.getWidth() / scale, scale))
                                .toList()))
                .toList();
        return describe(image, suffix, enlarged, channels(image));
    }

    private static ImagePlus describe(ImagePlus source, String suffix, List<Layer> layers, List<Layer> own) {
        List<Layer> all = new ArrayList<>(own);
        all.addAll(layers);
        ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
        for (int plane = 0; plane < source.getNSlices() * source.getNFrames(); plane++)
            for (int i = 0; i < all.size(); i++) {
                Layer layer = all.get(i);
                stack.addSlice(
                        i < own.size() ? layer.label() : label(source, layer, plane),
                        layer.planes().get(plane));
            }
        ImagePlus image = new ImagePlus(ResultImage.title(source.getTitle(), suffix), stack);
        image.setDimensions(all.size(), source.getNSlices(), source.getNFrames());
        image = shown(image, all, own.size());
        image.setOpenAsHyperStack(all.size() > 1 || source.isHyperStack());
        Calibration calibration = source.getCalibration().copy();
        calibration.disableDensityCalibration();
        image.setCalibration(calibration);
        ResultImage.copyProperties(source, image);
        image.setProp(LABEL_OF_PLANE, stack.size() == 1 ? stack.getSliceLabel(1) : null);
        if (source.getRoi() != null) image.setRoi(ResultImage.everywhere(source.getRoi()));
        return image;
    }

    private static ImagePlus shown(ImagePlus image, List<Layer> layers, int own) {
        if (layers.size() == 1) {
            LUT lut = layers.get(0).lut();
            image.getStack().setColorModel(lut);
            image.getProcessor().setColorModel(lut);
            image.setDisplayRange(lut.min, lut.max);
            return image;
        }
        boolean together = own > 1 && layers.size() <= CompositeImage.MAX_CHANNELS;
        CompositeImage composite = new CompositeImage(image, together ? IJ.COMPOSITE : IJ.COLOR);
        for (int c = 0; c < layers.size(); c++)
            composite.setChannelLut(layers.get(c).lut(), c + 1);
        if (together) composite.setActiveChannels("1".repeat(own) + "0".repeat(layers.size() - own));
        composite.updateImage(); // gives the first plane its channel's table
        return composite;
    }

    private static String label(ImagePlus source, Layer layer, int plane) {
        if (layer.channel() == Layer.NO_CHANNEL) return layer.label();
        String own = source.getStackSize() == 1
                ? source.getProp(LABEL_OF_PLANE)
                : source.getStack().getSliceLabel(index(source, layer.channel(), plane));
        if (own != null && !own.isBlank()) return own.lines().findFirst().orElseThrow() + ": " + layer.label();
        return source.getNChannels() > 1 ? "channel " + layer.channel() + ": " + layer.label() : layer.label();
    }

    private static int index(ImagePlus image, int channel, int plane) {
        return image.getStackIndex(channel, plane % image.getNSlices() + 1, plane / image.getNSlices() + 1);
    }

    /** The channels of an image; the colours of an RGB image become three. */
    private static List<Layer> channels(ImagePlus image) {
        if (image.getBitDepth() == ResultImage.RGB)
            return IntStream.range(0, ResultImage.COLOURS.size())
                    .mapToObj(c -> new Layer(
                            List.of("red", "green", "blue").get(c),
                            Layer.NO_CHANNEL,
                            ResultImage.colour(c),
                            planes(image, 1, c)))
                    .toList();
        return IntStream.rangeClosed(1, image.getNChannels())
                .mapToObj(c -> new Layer(
                        image.getNChannels() > 1 ? "channel " + c : "image",
                        Layer.NO_CHANNEL,
                        lut(image, c),
                        planes(image, c, 0)))
                .toList();
    }

    private static LUT lut(ImagePlus image, int channel) {
        if (image instanceof CompositeImage composite) return composite.getChannelLut(channel);
        LUT lut = (LUT) image.getProcessor().getLut().clone();
        lut.min = image.getDisplayRangeMin();
        lut.max = image.getDisplayRangeMax();
        return lut;
    }

    private static List<float[]> planes(ImagePlus image, int channel, int colour) {
        float[] table = image.getBitDepth() <= 16 ? image.getCalibration().getCTable() : null;
        return IntStream.range(0, image.getNSlices() * image.getNFrames())
                .mapToObj(plane -> {
                    ImageProcessor pixels = image.getStack().getProcessor(index(image, channel, plane));
                    if (image.getBitDepth() != ResultImage.RGB) pixels.setCalibrationTable(table);
                    FloatProcessor floats = image.getBitDepth() == ResultImage.RGB
                            ? pixels.toFloat(colour, null)
                            : pixels.convertToFloatProcessor();
                    return ((float[]) floats.getPixels()).clone();
                })
                .toList();
    }

    private static float[] repeated(float[] plane, int width, int scale) {
        if (scale == 1) return plane;
        float[] large = new float[plane.length * scale * scale];
        int wide = width * scale;
        for (int i = 0; i < large.length; i++) large[i] = plane[i / wide / scale * width + i % wide / scale];
        return large;
    }
}
