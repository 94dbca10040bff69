package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageStatistics;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.ToldProgress;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.TestImages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlusDegraderTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void cleanGivesTheImageBack(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        ImagePlusDegrader degrader = new ImagePlusDegrader(
                List.of(DegradationRange.parse("clean")), ValueRangePolicy.given(new ValueRange(0, 256)), false);

        ImagePlus result = degrader.degrade(image, 1, Progress.NONE);

        assertEquals("cells-degraded.tif", result.getTitle());
        for (int i = 1; i <= image.getStackSize(); i++)
            assertArrayEquals(
                    image.getStack().getProcessor(i).getFloatArray(),
                    result.getStack().getProcessor(i).getFloatArray());
    }

    @Test
    void noiseHasItsSigmaInUnitsOfTheValueRange() {
        ImagePlus image = gray(1000, 16);
        ImagePlusDegrader degrader = new ImagePlusDegrader(
                List.of(DegradationRange.parse("noise:25")), ValueRangePolicy.given(new ValueRange(0, 2550)), false);

        ImageStatistics noisy = degrader.degrade(image, 1, Progress.NONE).getStatistics();

        // 25 / 255 of 2550; the standard errors of 16384 samples are 250 / 128 and 250 / 181.
        assertEquals(1000, noisy.mean, 4 * 250 / 128.0);
        assertEquals(250, noisy.stdDev, 4 * 250 / 181.0);
    }

    @Test
    void samplesBeyondTheTypeSaturateAndAreCounted() {
        ImagePlus black = gray(0, 8);
        List<String> log = new ArrayList<>();

        ImagePlus result = noise(false).degrade(black, 1, new ToldProgress(log));

        long zeros = 0;
        for (byte value : (byte[]) result.getProcessor().getPixels()) if (value == 0) zeros++;
        // Half of all noise is negative, and of the rest what rounds to 0 did not saturate.
        assertEquals(8192, zeros, 600);
        long counted = Long.parseLong(log.get(0).split(" ")[0]);
        assertTrue(counted <= zeros && counted > zeros - 400, counted + " of " + zeros);
    }

    @Test
    void aFloatResultIsNotClipped() {
        ImagePlus result = noise(true).degrade(gray(0, 8), 1, Progress.NONE);

        ImageStatistics noisy = result.getStatistics();
        assertEquals(32, result.getBitDepth());
        assertEquals(0, noisy.mean, 4 * 25 / 128.0);
        assertEquals(25, noisy.stdDev, 4 * 25 / 181.0);
    }

    @Test
    void coloursOfAFloatResultAreThreeChannels() {
        ImagePlus rgb = TestImages.plane(24);

        ImagePlus result = new ImagePlusDegrader(List.of(DegradationRange.parse("clean")), ValueRangePolicy.TYPE, true)
                .degrade(rgb, 1, Progress.NONE);

        assertEquals(3, result.getNChannels());
        int expected = rgb.getProcessor().get(4, 5) >> 8 & 255;
        assertEquals(expected, result.getStack().getProcessor(2).getf(4, 5), 1e-4);
    }

    @Test
    void downsamplingHalvesTheSidesAndKeepsTheScale() {
        ImagePlus image = gray(100, 8);
        image.getCalibration().pixelWidth = 0.5;

        ImagePlus result = new ImagePlusDegrader(
                        List.of(DegradationRange.parse("downsample:2")), ValueRangePolicy.AUTO, false)
                .degrade(image, 1, Progress.NONE);

        assertEquals(64, result.getWidth());
        assertEquals(1, result.getCalibration().pixelWidth);
        assertEquals(100, result.getProcessor().get(10, 10));
    }

    @Test
    void equalSeedsGiveEqualResultsAndPlanesDiffer() {
        ImagePlus stack = IJ.createImage("stack", 32, 32, 2, 8);

        ImagePlus first = noise(true).degrade(stack, 5, Progress.NONE);
        ImagePlus again = noise(true).degrade(stack, 5, Progress.NONE);
        ImagePlus other = noise(true).degrade(stack, 6, Progress.NONE);

        assertArrayEquals(plane(first, 1), plane(again, 1));
        assertFalse(Arrays.equals(plane(first, 1), plane(other, 1)));
        assertFalse(Arrays.equals(plane(first, 1), plane(first, 2)));
    }

    @Test
    void theInfoSaysWhatWasDone() {
        String info = noise(false).degrade(gray(9, 8), 5, Progress.NONE).getInfoProperty();

        assertEquals("NDR degradations: [noise:25]\nNDR seed: 5\nNDR value range: [0:255]", info);
    }

    private static ImagePlusDegrader noise(boolean toFloat) {
        return new ImagePlusDegrader(List.of(DegradationRange.parse("noise:25")), ValueRangePolicy.AUTO, toFloat);
    }

    private static ImagePlus gray(int value, int bitDepth) {
        ImagePlus image = IJ.createImage("gray", 128, 128, 1, bitDepth);
        image.getProcessor().setValue(value);
        image.getProcessor().fill();
        return image;
    }

    private static float[] plane(ImagePlus image, int n) {
        return (float[]) image.getStack().getPixels(n);
    }

    /** 1 - exp(-beta d): each plane has its own depths, stretched to those of its farthest and nearest points. */
    @Test
    void everyPlaneCanHaveItsDepths() {
        ImagePlus scene = IJ.createImage("scene", "32-bit black", 16, 4, 2);
        ImagePlus depth = IJ.createImage("depth", "RGB black", 16, 4, 2);
        for (int p = 1; p <= 2; p++)
            for (int y = 0; y < 4; y++)
                for (int x = 0; x < 16; x++)
                    depth.getStack().getProcessor(p).set(x, y, 0x010101 * (p == 1 ? x : 15 - x));

        ImagePlus hazy = new ImagePlusDegrader(
                        List.of(DegradationRange.parse("haze:1,airlight=1")),
                        ValueRangePolicy.given(new ValueRange(0, 1)),
                        true)
                .degrade(scene, Optional.of(depth), 1, Progress.NONE);

        for (int x = 0; x < 16; x++) {
            assertEquals(
                    1 - Math.exp(-x / 15.0), hazy.getStack().getProcessor(1).getf(x, 2), 1e-6);
            assertEquals(
                    1 - Math.exp(-(15 - x) / 15.0),
                    hazy.getStack().getProcessor(2).getf(x, 2),
                    1e-6);
        }
    }

    @Test
    void depthsOfOtherPlanesAreRefused() {
        ImagePlus scene = IJ.createImage("scene", "32-bit black", 16, 4, 3);
        ImagePlus depth = IJ.createImage("depth", "8-bit ramp", 16, 4, 2);
        ImagePlusDegrader degrader =
                new ImagePlusDegrader(List.of(DegradationRange.parse("haze:1")), ValueRangePolicy.AUTO, true);
        assertEquals(
                "The depth image 'depth' has 16 x 4 pixels, channels: 1, planes: 2, but must have one channel, and one"
                        + " plane or as many as the image: 3.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> degrader.degrade(scene, Optional.of(depth), 1, Progress.NONE))
                        .getMessage());
    }
}
