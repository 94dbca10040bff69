package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.Comparison.PlaneSimilarity;
import io.github.ndrfiji.command.Comparison.Similarity;
import io.github.ndrfiji.imagej.TestImages;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static final Comparison BY_TYPE = new Comparison(OptionalDouble.empty(), false);

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void anImageIsEqualToItself(int bitDepth) {
        ImagePlus image = large(TestImages.hyperstack(bitDepth));

        Similarity similarity = BY_TYPE.of(image, image, Progress.NONE);

        assertEquals(Double.POSITIVE_INFINITY, similarity.psnr());
        assertEquals(1, similarity.ssim(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24})
    void eightBitsHaveTheRange255(int bitDepth) {
        ImagePlus reference = IJ.createImage("reference", 16, 16, 1, bitDepth);
        ImagePlus image = plus(reference, bitDepth == 8 ? 51 : 0x333333);

        Similarity similarity = BY_TYPE.of(image, reference, Progress.NONE);

        assertEquals(20 * Math.log10(255 / 51.0), similarity.psnr(), 1e-4); // MSE 51 squared
        assertEquals(255, similarity.ranges().get(0));
    }

    @Test
    void sixteenBitsHaveTheRangeOfEachChannelOfTheReference() {
        ImagePlus reference = IJ.createHyperStack("reference", 16, 16, 2, 1, 2, 16);
        reference.getStack().getProcessor(1).set(3, 100); // channel 1: 0 to 100
        reference.getStack().getProcessor(4).set(3, 4000); // channel 2: 0 to 4000
        ImagePlus image = reference.duplicate();
        for (int i = 1; i <= 4; i++) image.getStack().getProcessor(i).add(i % 2 == 1 ? 10 : 400);

        Similarity similarity = BY_TYPE.of(image, reference, Progress.NONE);

        assertEquals(List.of(100.0, 4000.0), similarity.ranges());
        assertEquals(20, similarity.psnr(), 1e-4); // all samples are off by a tenth of the range
    }

    @Test
    void thePsnrIsThatOfTheMeanErrorOfAllPlanes() {
        ImagePlus reference = IJ.createImage("reference", 16, 16, 2, 8);
        ImagePlus image = reference.duplicate();
        image.getStack().getProcessor(1).add(51);

        double psnr = BY_TYPE.of(image, reference, Progress.NONE).psnr();

        assertEquals(10 * Math.log10(255 * 255 / (51 * 51 / 2.0)), psnr, 1e-4);
    }

    @Test
    void everyPlaneHasItsOwnFigures() {
        ImagePlus reference = IJ.createHyperStack("reference", 16, 16, 2, 3, 2, 16);
        ImagePlus image = reference.duplicate();
        for (int t = 1; t <= 2; t++)
            for (int z = 1; z <= 3; z++)
                for (int c = 1; c <= 2; c++)
                    image.getStack().getProcessor(image.getStackIndex(c, z, t)).add(100 * c + 10 * z + t);

        Similarity similarity = new Comparison(OptionalDouble.of(1000), false).of(image, reference, Progress.NONE);

        List<PlaneSimilarity> planes = similarity.planes();
        assertEquals(12, planes.size());
        double squares = 0;
        for (int i = 0; i < 12; i++) {
            PlaneSimilarity plane = planes.get(i);
            assertEquals(i + 1, image.getStackIndex(plane.c(), plane.z(), plane.t()));
            double error = (100 * plane.c() + 10 * plane.z() + plane.t()) / 1000.0;
            squares += error * error;
            assertEquals(-20 * Math.log10(error), plane.psnr(), 1e-4);
            // Of two constant images, x and 0, in Eq. (13): c1 / (x squared + c1), c1 = 0.01 squared
            assertEquals(1e-4 / (error * error + 1e-4), plane.ssim(), 1e-6);
        }
        assertEquals(-10 * Math.log10(squares / 12), similarity.psnr(), 1e-4);
        assertEquals(
                planes.stream().mapToDouble(PlaneSimilarity::ssim).average().orElseThrow(), similarity.ssim(), 1e-9);
    }

    @Test
    void theColoursOfAnRgbImageAreOnePlane() {
        ImagePlus reference = IJ.createHyperStack("reference", 16, 16, 1, 2, 2, 24);
        ImagePlus image = reference.duplicate();
        for (int p = 0; p < 256; p++) image.getStack().getProcessor(3).set(p, 0xff003300); // z 1, t 2

        for (boolean luma : new boolean[] {false, true}) {
            List<PlaneSimilarity> planes = new Comparison(OptionalDouble.empty(), luma)
                    .of(image, reference, Progress.NONE)
                    .planes();

            assertEquals(
                    List.of("1 1 1", "1 2 1", "1 1 2", "1 2 2"),
                    planes.stream().map(p -> p.c() + " " + p.z() + " " + p.t()).toList());
            for (int i : new int[] {0, 1, 3})
                assertEquals(Double.POSITIVE_INFINITY, planes.get(i).psnr());
            double expected = luma
                    ? 20 * Math.log10(255 / (128.553 * 51 / 255)) // weight of green in BT.601
                    : 10 * Math.log10(255 * 255 / (51 * 51 / 3.0));
            assertEquals(expected, planes.get(2).psnr(), 1e-3);
        }
    }

    @Test
    void theLumaOfThreeChannelsIsOnePlane() {
        ImagePlus reference = IJ.createHyperStack("reference", 16, 16, 3, 2, 1, 8);
        ImagePlus image = reference.duplicate();
        image.getStack().getProcessor(5).add(51); // green of z 2

        List<PlaneSimilarity> planes = new Comparison(OptionalDouble.empty(), true)
                .of(image, reference, Progress.NONE)
                .planes();

        assertEquals(2, planes.size());
        assertEquals(
                new PlaneSimilarity(
                        1, 1, 1, Double.POSITIVE_INFINITY, planes.get(0).ssim()),
                planes.get(0));
        assertEquals(2, planes.get(1).z());
        assertEquals(
                20 * Math.log10(255 / (128.553 * 51 / 255)), planes.get(1).psnr(), 1e-3); // weight of green in BT.601
    }

    @Test
    void aGivenRangeCounts() {
        ImagePlus reference = IJ.createImage("reference", 16, 16, 1, 16);

        Similarity similarity =
                new Comparison(OptionalDouble.of(1000), false).of(plus(reference, 100), reference, Progress.NONE);

        assertEquals(20, similarity.psnr(), 1e-4);
    }

    @Test
    void lumaWeighsTheColours() {
        ImagePlus reference = IJ.createImage("reference", 16, 16, 1, 24);
        ImagePlus green = plus(reference, 0x00ff00 & 0x003300);

        double psnr = new Comparison(OptionalDouble.empty(), true)
                .of(green, reference, Progress.NONE)
                .psnr();

        assertEquals(20 * Math.log10(255 / (128.553 * 51 / 255)), psnr, 1e-3); // weight of green in BT.601
    }

    @Test
    void lumaNeedsColours() {
        ImagePlus gray = TestImages.plane(8);
        Comparison luma = new Comparison(OptionalDouble.empty(), true);

        Exception e = assertThrows(IllegalArgumentException.class, () -> luma.of(gray, gray, Progress.NONE));

        assertEquals(
                "'plane' has 13 x 9 pixels, 1 channel and 1 plane, but luma is made of red, green and blue; compare"
                        + " without luma.",
                e.getMessage());
    }

    @Test
    void imagesOfDifferentSizesAreRefused() {
        ImagePlus image = IJ.createImage("a", 13, 9, 2, 8);

        Exception e = assertThrows(
                IllegalArgumentException.class, () -> BY_TYPE.of(image, TestImages.plane(8), Progress.NONE));

        assertEquals(
                "'a' has 13 x 9 pixels, 1 channel and 2 planes, but its reference 'plane' has 13 x 9 pixels, 1 channel"
                        + " and 1 plane; only images of one size can be compared.",
                e.getMessage());
    }

    /** Signed 16-bit values are stored with 32768 added. */
    @Test
    void differentlyCalibratedValuesAreRefused() {
        ImagePlus signed = IJ.createImage("signed", 16, 16, 1, 16);
        signed.getCalibration().setSigned16BitCalibration();
        ImagePlus unsigned = IJ.createImage("unsigned", 16, 16, 1, 16);

        Exception e = assertThrows(IllegalArgumentException.class, () -> BY_TYPE.of(signed, unsigned, Progress.NONE));

        assertEquals(
                "The values of 'signed' and 'unsigned' are calibrated differently and cannot be compared; convert both"
                        + " by Image > Type > 32-bit.",
                e.getMessage());
        assertEquals(
                Double.POSITIVE_INFINITY,
                BY_TYPE.of(signed, signed, Progress.NONE).psnr());
    }

    @Test
    void aCancelStopsItBeforeTheNextPlane() {
        ImagePlus image = IJ.createImage("three planes", 16, 16, 3, 8);
        List<Long> planes = new ArrayList<>();
        Progress afterTwo = new Progress() {
            @Override
            public void report(long done, long total) {
                planes.add(done);
            }

            @Override
            public void log(String message) {}

            @Override
            public boolean isCancelled() {
                return planes.size() == 2;
            }
        };

        assertThrows(CancellationException.class, () -> BY_TYPE.of(image, image, afterTwo));

        assertEquals(List.of(1L, 2L), planes);
    }

    @Test
    void aCancelStopsTheSearchForTheRangeToo() {
        ImagePlus image = IJ.createImage("four planes", 16, 16, 4, 16);
        List<Long> planes = new ArrayList<>();
        Progress duringTheSearch = new Progress() {
            private int asked;

            @Override
            public void report(long done, long total) {
                planes.add(done);
            }

            @Override
            public void log(String message) {}

            @Override
            public boolean isCancelled() {
                return ++asked == 4;
            }
        };

        assertThrows(CancellationException.class, () -> BY_TYPE.of(image, image, duringTheSearch));

        assertEquals(List.of(), planes);
    }

    @Test
    void imagesSmallerThanItsWindowHaveNoSsim() {
        Similarity similarity = BY_TYPE.of(plus(TestImages.plane(8), 1), TestImages.plane(8), Progress.NONE);

        assertTrue(Double.isNaN(similarity.ssim()));
        assertEquals(20 * Math.log10(255), similarity.psnr(), 1e-4);
    }

    private static ImagePlus plus(ImagePlus image, int value) {
        ImagePlus sum = image.duplicate();
        ImageProcessor plane = sum.getProcessor();
        for (int i = 0; i < plane.getPixelCount(); i++) {
            int before = plane.get(i);
            plane.set(i, image.getBitDepth() == 24 ? 0xff000000 | value : before + value);
        }
        return sum;
    }

    private static ImagePlus large(ImagePlus image) {
        return image.resize(26, 18, "none");
    }

    /** Channel c of plane p is the reference by a gain and an offset of its own: nothing remains after the fit. */
    @Test
    void aFitTakesTheBrightnessOfEachPlaneAndChannelAway() {
        ImagePlus reference = large(TestImages.hyperstack(32));
        ImagePlus image = reference.duplicate();
        for (int i = 1; i <= image.getStackSize(); i++) {
            image.getStack().getProcessor(i).multiply(1.0 / i);
            image.getStack().getProcessor(i).add(3.0 * i);
        }

        double before = BY_TYPE.of(image, reference, Progress.NONE).psnr();
        Similarity fitted = new Comparison(OptionalDouble.empty(), false, true).of(image, reference, Progress.NONE);

        assertTrue(before < 40, "without a fit " + before + " dB");
        assertTrue(fitted.psnr() > 100, "with a fit " + fitted.psnr() + " dB"); // floats have 24 bits: 144 dB
        assertEquals(1, fitted.ssim(), 1e-6);
    }

    /** Noise is no brightness: of variance v and a reference of variance s, s v / (s + v) remains of the best fit. */
    @Test
    void aFitLeavesTheNoise() {
        ImagePlus reference = IJ.createImage("reference", 200, 200, 1, 32);
        ImagePlus image = reference.duplicate();
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < 40_000; i++) {
            float value = (float) (10 * random.nextGaussian());
            reference.getProcessor().setf(i, value);
            image.getProcessor().setf(i, (float) (7 + 2 * (value + 5 * random.nextGaussian())));
        }
        double expected = 10 * Math.log10(1000.0 * 1000 / (100 * 25 / 125.0));
        double psnr = new Comparison(OptionalDouble.of(1000), false, true)
                .of(image, reference, Progress.NONE)
                .psnr();
        // The mean square of n normal numbers deviates by sqrt(2 / n) of itself, 0.7 %; 4 of them are 0.12 dB.
        assertEquals(expected, psnr, 0.12);
    }
}
