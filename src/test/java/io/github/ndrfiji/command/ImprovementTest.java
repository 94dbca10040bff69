package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.Improvement.Gain;
import io.github.ndrfiji.command.Improvement.Improved;
import io.github.ndrfiji.imagej.TestImages;
import org.junit.jupiter.api.Test;

class ImprovementTest {

    /** Reference 100; errors 20, 20, 20, 0 before and 5, 20, 30, 0 after. */
    @Test
    void aboveZeroItHelpedBelowItHurt() {
        ImagePlus reference = row("clean", 100, 100, 100, 100);
        ImagePlus degraded = row("noisy", 120, 80, 120, 100);
        ImagePlus restored = row("noisy-restored", 95, 120, 70, 100);

        Improved improved = new Improvement(false, false).of(restored, degraded, reference, Progress.NONE);

        assertArrayEquals(new float[] {15, 0, -10, 0}, pixels(improved.difference(), 1));
        assertEquals(new Gain(0.25, 0.25, 1.25), improved.whole());
        assertEquals(improved.whole(), improved.planes().get(0));
    }

    @Test
    void itLooksLikeTheRestoredImageWithColoursAroundZero() {
        ImagePlus reference = TestImages.hyperstack(16);
        ImagePlus degraded = reference.duplicate();
        ImagePlus restored = TestImages.hyperstack(16);
        for (int i = 1; i <= 12; i++) {
            degraded.getStack().getProcessor(i).add(40);
            restored.getStack().getProcessor(i).add(3 * i);
        }

        Improved improved = new Improvement(false, false).of(restored, degraded, reference, Progress.NONE);

        ImagePlus difference = improved.difference();
        assertEquals("cells-difference.tif", difference.getTitle());
        assertEquals(32, difference.getBitDepth());
        assertArrayEquals(new int[] {13, 9, 2, 3, 2}, difference.getDimensions());
        assertEquals("micron", difference.getCalibration().getUnit());
        assertEquals(0.25, difference.getCalibration().pixelWidth);
        assertEquals("label 4: error difference", difference.getStack().getSliceLabel(4));
        for (int i = 1; i <= 12; i++) {
            assertEquals(40 - 3 * i, pixels(difference, i)[17]);
            Gain gain = improved.planes().get(i - 1);
            assertEquals(40 - 3 * i, gain.gain(), 1e-9);
            assertEquals(1, gain.better());
        }
        for (int c = 1; c <= 2; c++) {
            assertEquals(37, ((CompositeImage) difference).getChannelLut(c).max);
            assertEquals(-37, ((CompositeImage) difference).getChannelLut(c).min);
        }
        String info = difference.getInfoProperty();
        assertTrue(info.startsWith("Objective: 63x\nNDR difference: |degraded - reference| - |restored"), info);
        assertTrue(
                info.endsWith("\nNDR better: 100.00 % of pixels\nNDR worse: 0.00 % of pixels\nNDR mean gain: 20.5000"),
                info);
    }

    /** Errors of red, green, blue: 30, 0, 0 before; 0, 0, 60 after. Luma weighs them by 65.481, 128.553 and 24.966, of 255. */
    @Test
    void coloursGiveTheirMeanOrTheirLuma() {
        ImagePlus reference = colour(100, 100, 100);
        ImagePlus degraded = colour(130, 100, 100);
        ImagePlus restored = colour(100, 100, 160);

        Improved mean = new Improvement(false, false).of(restored, degraded, reference, Progress.NONE);
        Improved luma = new Improvement(true, false).of(restored, degraded, reference, Progress.NONE);

        assertEquals(1, mean.difference().getNChannels());
        assertEquals(-10, pixels(mean.difference(), 1)[0]);
        assertEquals((65.481 * 30 - 24.966 * 60) / 255, pixels(luma.difference(), 1)[0], 1e-4);
        assertEquals(1, luma.planes().size());
        assertTrue(luma.difference().getInfoProperty().contains("restored - reference|, luma\n"));
    }

    /** Twice as bright and 7 above: fitted, nothing is left of that. The degraded one has a noise that remains. */
    @Test
    void withAFitBothAreBroughtOntoTheReferenceFirst() {
        ImagePlus reference = row("clean", 10, 20, 30, 40);
        ImagePlus restored = row("restored", 27, 47, 67, 87);
        ImagePlus degraded = row("noisy", 20, 50, 50, 80);

        Improved improved = new Improvement(false, true).of(restored, degraded, reference, Progress.NONE);

        // Least squares of the reference by the degraded values: means 50 and 25, sums of products 900 and of squares
        // 1800.
        float[] expected = {
            Math.abs(25 + 0.5f * -30 - 10), Math.abs(25f - 20), Math.abs(25f - 30), Math.abs(25 + 15 - 40f)
        };
        assertArrayEquals(expected, pixels(improved.difference(), 1), 1e-4f);
        assertTrue(improved.difference().getInfoProperty().contains(", both fitted to the reference\n"));
    }

    @Test
    void pixelsWithoutANumberDoNotCount() {
        ImagePlus reference = floats(0, Float.NaN, 0, 0);
        ImagePlus degraded = floats(2, 2, Float.POSITIVE_INFINITY, 2);
        ImagePlus restored = floats(1, 1, 1, Float.NaN);

        Improved improved = new Improvement(false, false).of(restored, degraded, reference, Progress.NONE);

        assertArrayEquals(new float[] {1, Float.NaN, Float.NaN, Float.NaN}, pixels(improved.difference(), 1));
        assertEquals(new Gain(1, 0, 1), improved.whole());
    }

    /** The values that ImageJ shows are twice those stored, less 5. */
    @Test
    void differencesAreThoseOfTheValuesShown() {
        ImagePlus[] images = {row("clean", 10, 10), row("noisy", 14, 10), row("restored", 11, 13)};
        for (ImagePlus image : images)
            image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-5, 2}, "OD");

        Improved improved = new Improvement(false, false).of(images[2], images[1], images[0], Progress.NONE);

        assertArrayEquals(new float[] {6, -6}, pixels(improved.difference(), 1));
        assertTrue(!improved.difference().getCalibration().calibrated());
    }

    @Test
    void imagesThatDoNotMatchAreRefused() {
        ImagePlus reference = row("clean", 1, 2);
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Improvement(false, false)
                .of(row("restored", 1, 2), row("noisy", 1, 2, 3), reference, Progress.NONE));
        assertTrue(e.getMessage().startsWith("'noisy' has 3 x 1 pixels, 1 channel"), e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new Improvement(true, false)
                .of(row("restored", 1, 2), row("noisy", 1, 2), reference, Progress.NONE));
        assertTrue(e.getMessage().contains("compare without luma"), e.getMessage());
    }

    @Test
    void equalImagesAreWhite() {
        ImagePlus image = row("clean", 1, 2);

        Improved improved = new Improvement(false, false).of(image, image, image, Progress.NONE);

        assertEquals(new Gain(0, 0, 0), improved.whole());
        assertEquals(1, improved.difference().getDisplayRangeMax());
        assertEquals(-1, improved.difference().getDisplayRangeMin());
    }

    private static float[] pixels(ImagePlus image, int slice) {
        return (float[]) image.getStack().getPixels(slice);
    }

    private static ImagePlus row(String title, int... values) {
        ImagePlus image = IJ.createImage(title, values.length, 1, 1, 8);
        for (int x = 0; x < values.length; x++) image.getProcessor().set(x, 0, values[x]);
        return image;
    }

    private static ImagePlus floats(float... values) {
        return new ImagePlus("floats", new FloatProcessor(values.length, 1, values));
    }

    private static ImagePlus colour(int red, int green, int blue) {
        return new ImagePlus(
                "colour", new ColorProcessor(1, 1, new int[] {0xff000000 | red << 16 | green << 8 | blue}));
    }
}
