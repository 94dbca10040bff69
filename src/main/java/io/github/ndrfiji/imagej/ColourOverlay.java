package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.process.ColorProcessor;

/** Translucent colours over the planes of an image, for the numbers of degradations. */
public final class ColourOverlay {

    private static final double OPACITY = 0.4;

    private ColourOverlay() {}

    /**
     * Adds the colours of a layer of numbers to the overlay of an image, one ImageRoi for each of its Z and T.
     *
     * @param image gets the overlay
     * @param layer of the size of the image that this one was made of; where it is NaN, no colour is put
     * @param scale how many times larger the sides of {@code image} are than the layer's
     */
    public static void add(ImagePlus image, LayerImage.Layer layer, int scale) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        for (int plane = 0; plane < layer.planes().size(); plane++) {
            ImageRoi colours = new ImageRoi(0, 0, colours(layer.planes().get(plane), image, scale));
            colours.setOpacity(OPACITY);
            colours.setZeroTransparent(true);
            colours.setName(layer.label());
            int z = plane % image.getNSlices() + 1;
            int t = plane / image.getNSlices() + 1;
            if (image.isHyperStack()) colours.setPosition(layer.channel(), z, t);
            else if (image.getStackSize() > 1 && (layer.channel() > 0 || image.getNChannels() == 1))
                colours.setPosition(image.getStackIndex(Math.max(layer.channel(), 1), z, t));
            overlay.add(colours);
        }
        image.setOverlay(overlay);
    }

    private static ColorProcessor colours(float[] numbers, ImagePlus image, int scale) {
        ColorProcessor colours = new ColorProcessor(image.getWidth(), image.getHeight());
        int width = image.getWidth() / scale;
        int[] pixels = (int[]) colours.getPixels();
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) {
                float number = numbers[y / scale * width + x / scale];
                pixels[y * image.getWidth() + x] = Float.isNaN(number)
                        ? 0
                        : DegradationColours.of((int) number).getRGB();
            }
        return colours;
    }
}
