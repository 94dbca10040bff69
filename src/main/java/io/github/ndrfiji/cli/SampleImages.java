package io.github.ndrfiji.cli;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Small noisy images, always the same: one of each kind that is stored in a way of its own. */
final class SampleImages {

    private static final double NOISE = 0.15;

    private SampleImages() {}

    /** Their titles are names that a file can have. */
    static List<ImagePlus> all() {
        SplittableRandom random = new SplittableRandom(1);
        ImagePlus stack = new ImagePlus("8-bit stack", planes(3, () -> new ByteProcessor(72, 56), 255, random));
        stack.setDimensions(1, 3, 1);
        ImagePlus channels =
                new ImagePlus("16-bit composite", planes(2, () -> new ShortProcessor(61, 44), 4095, random));
        channels.setDimensions(2, 1, 1);
        // One side is longer than a tile.
        ImagePlus colour = new ImagePlus("RGB", new ColorProcessor(150, 50));
        ImageStack rgb = planes(3, () -> new ByteProcessor(150, 50), 255, random);
        ((ColorProcessor) colour.getProcessor())
                .setRGB((byte[]) rgb.getPixels(1), (byte[]) rgb.getPixels(2), (byte[]) rgb.getPixels(3));
        List<ImagePlus> images = List.of(stack, new CompositeImage(channels, IJ.COMPOSITE), colour);
        images.forEach(SampleImages::calibrate);
        return images;
    }

    private static void calibrate(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 0.25;
        calibration.pixelHeight = 0.25;
        calibration.pixelDepth = 1.5;
        calibration.setUnit("micron");
    }

    /** A slope with a bright square, and noise. */
    private static ImageStack planes(int count, Supplier<ImageProcessor> blank, int white, SplittableRandom random) {
        List<ImageProcessor> planes = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            ImageProcessor plane = blank.get();
            int width = plane.getWidth();
            int height = plane.getHeight();
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) {
                    boolean bright = Math.abs(x - width / 2) < 9 && Math.abs(y - height / 2) < 9;
                    double value = 0.2 + 0.3 * x / width + 0.1 * p + (bright ? 0.25 : 0);
                    double noisy = value + NOISE * (random.nextDouble() - 0.5);
                    plane.set(x, y, (int) Math.round(white * Math.min(1, Math.max(0, noisy))));
                }
            planes.add(plane);
        }
        ImageStack stack =
                new ImageStack(planes.get(0).getWidth(), planes.get(0).getHeight());
        planes.forEach(stack::addSlice);
        return stack;
    }
}
