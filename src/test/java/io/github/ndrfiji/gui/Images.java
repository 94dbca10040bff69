package io.github.ndrfiji.gui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.CompositeImage;
import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusRestorer;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the library makes of images, and whether others are the same. */
final class Images {

    /** The model and the device of all tests. */
    static final String MODEL = "general";

    static final String DEVICE = "cpu";

    private Images() {}

    /** What the library makes of an image file. */
    static ImagePlus restored(Path file) throws IOException {
        return restored(ImageFiles.open(file), RestoreOptions.defaults());
    }

    static ImagePlus restored(ImagePlus image, RestoreOptions options) throws IOException {
        return restored(MODEL, image, options);
    }

    static ImagePlus restored(String model, ImagePlus image, RestoreOptions options) throws IOException {
        try (ImagePlusRestorer restorer = ImagePlusRestorer.open(model, DEVICE, options)) {
            return restorer.restore(image, Progress.NONE);
        }
    }

    static void assertSame(ImagePlus expected, Path file) throws IOException {
        assertSame(expected, ImageFiles.open(file));
    }

    /** Pixels bit for bit, and all that describes them; but not the time that it took. */
    static void assertSame(ImagePlus expected, ImagePlus actual) {
        assertArrayEquals(expected.getDimensions(), actual.getDimensions());
        assertEquals(expected.getType(), actual.getType());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertEquals(
                    expected.getStack().getProcessor(i).getPixels().getClass(),
                    actual.getStack().getProcessor(i).getPixels().getClass());
            int[] pixels = pixels(expected, i);
            assertArrayEquals(pixels, pixels(actual, i), "plane " + i);
            if (expected.getStackSize() > 1) // that of a single plane is its info
            assertEquals(expected.getStack().getSliceLabel(i), actual.getStack().getSliceLabel(i));
        }
        assertEquals(
                expected.getCalibration().toString(), actual.getCalibration().toString());
        assertEquals(expected.getCalibration().frameInterval, actual.getCalibration().frameInterval);
        assertEquals(expected.isComposite(), actual.isComposite());
        if (expected instanceof CompositeImage colours)
            for (int c = 1; c <= expected.getNChannels(); c++) {
                assertArrayEquals(
                        colours.getChannelLut(c).getBytes(),
                        ((CompositeImage) actual).getChannelLut(c).getBytes());
                assertEquals(colours.getChannelLut(c).min, ((CompositeImage) actual).getChannelLut(c).min);
                assertEquals(colours.getChannelLut(c).max, ((CompositeImage) actual).getChannelLut(c).max);
            }
        assertEquals(lines(expected), lines(actual));
    }

    private static int[] pixels(ImagePlus image, int plane) {
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = image.getStack().getProcessor(plane).get(i);
        return pixels;
    }

    /** What the result says of how it was made. */
    private static List<String> lines(ImagePlus image) {
        return image.getInfoProperty()
                .lines()
                .filter(line -> line.startsWith("NDR ") && !line.startsWith("NDR time"))
                .toList();
    }
}
