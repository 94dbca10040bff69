package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageStatistics;
import ij.process.LUT;
import io.github.ndrfiji.Progress;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultImageTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void typeDimensionsAndLabelsAreThoseOfTheSource(int bitDepth) {
        ImagePlus source = TestImages.hyperstack(bitDepth);

        ImagePlus result = ResultImage.like(source, "-restored", 13, 9);

        assertEquals(bitDepth, result.getBitDepth());
        assertArrayEquals(source.getDimensions(), result.getDimensions());
        assertTrue(result.isHyperStack());
        for (int i = 1; i <= source.getStackSize(); i++)
            assertEquals("label " + i, result.getStack().getSliceLabel(i));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void compositesKeepTheirModeColoursRangesAndShownChannels(int bitDepth) {
        CompositeImage result = (CompositeImage) ResultImage.like(TestImages.hyperstack(bitDepth), "", 13, 9);

        assertEquals(IJ.COMPOSITE, result.getMode());
        assertArrayEquals(
                new boolean[] {true, false},
                new boolean[] {result.getActiveChannels()[0], result.getActiveChannels()[1]});
        LUT green = result.getChannelLut(1);
        assertEquals(Color.GREEN.getRGB(), green.getRGB(255));
        assertEquals(3, green.min);
        assertEquals(40, green.max);
        LUT magenta = result.getChannelLut(2);
        assertEquals(Color.MAGENTA.getRGB(), magenta.getRGB(255));
        assertEquals(5, magenta.min);
        assertEquals(90, magenta.max);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void singleChannelsKeepTheirColoursAndRange(int bitDepth) {
        ImagePlus source = TestImages.plane(bitDepth);
        source.setLut(LUT.createLutFromColor(Color.CYAN));
        source.setDisplayRange(10, 60);

        ImagePlus result = ResultImage.like(source, "", 13, 9);

        assertEquals(10, result.getDisplayRangeMin());
        assertEquals(60, result.getDisplayRangeMax());
        assertEquals(Color.CYAN.getRGB(), result.getProcessor().getLut().getRGB(255));
        assertEquals(0xff008080, result.getProcessor().getLut().getRGB(128));
    }

    @Test
    void invertedLookUpTablesStayInverted() {
        ImagePlus source = TestImages.plane(8);
        source.getProcessor().invertLut();

        assertTrue(ResultImage.like(source, "", 13, 9).isInvertedLut());
    }

    @Test
    void calibrationInfoAndPropertiesAreKept() {
        ImagePlus source = TestImages.hyperstack(16);

        ImagePlus result = ResultImage.like(source, "", 13, 9);

        assertTrue(result.getCalibration().equals(source.getCalibration()));
        assertNotSame(source.getCalibration(), result.getCalibration());
        assertEquals(30, result.getCalibration().frameInterval);
        assertEquals("s", result.getCalibration().getTimeUnit());
        assertEquals(4, result.getCalibration().xOrigin);
        assertEquals("Objective: 63x", result.getInfoProperty());
        assertEquals("DAPI", result.getProp("Stain"));
    }

    @Test
    void roiAndOverlayAreCopied() {
        ImagePlus source = TestImages.hyperstack(16);

        ImagePlus result = ResultImage.like(source, "", 13, 9);

        assertEquals(new Rectangle(2, 3, 5, 4), result.getRoi().getBounds());
        assertNotSame(source.getRoi(), result.getRoi());
        Roi nucleus = result.getOverlay().get(0);
        assertNotSame(source.getOverlay().get(0), nucleus);
        assertEquals(new Rectangle(1, 1, 3, 3), nucleus.getBounds());
    }

    @Test
    void twiceTheSidesHaveHalfThePixelSizeAndTwiceTheRegions() {
        ImagePlus source = TestImages.hyperstack(16);

        ImagePlus result = ResultImage.like(source, "", 26, 18);

        assertArrayEquals(new int[] {26, 18, 2, 3, 2}, result.getDimensions());
        Calibration calibration = result.getCalibration();
        assertEquals(0.125, calibration.pixelWidth);
        assertEquals(0.25, calibration.pixelHeight);
        assertEquals(2, calibration.pixelDepth);
        // The origin stays at the same place of the sample.
        assertEquals(source.getCalibration().getX(1.5), calibration.getX(3.0));
        assertEquals(new Rectangle(4, 6, 10, 8), result.getRoi().getBounds());
        Roi nucleus = result.getOverlay().get(0);
        assertEquals(new Rectangle(2, 2, 6, 6), nucleus.getBounds());
        assertEquals("nucleus", nucleus.getName());
        assertEquals(Color.RED, nucleus.getStrokeColor());
        assertEquals(2, nucleus.getZPosition());
        assertEquals(2, nucleus.getTPosition());
    }

    @Test
    void theSourceIsNotAltered() {
        ImagePlus source = TestImages.hyperstack(16);
        ImagePlus before = source.duplicate();

        ImagePlus result = ResultImage.like(source, "-restored", 26, 18);
        ResultImage.addInfo(result, "NDR model: general");
        result.getCalibration().pixelWidth = 99;
        result.getOverlay().get(0).setLocation(0, 0);
        result.setProp("Stain", "none");

        assertEquals("cells.tif", source.getTitle());
        assertEquals("Objective: 63x", source.getInfoProperty());
        assertEquals(0.25, source.getCalibration().pixelWidth);
        assertEquals(new Rectangle(1, 1, 3, 3), source.getOverlay().get(0).getBounds());
        assertEquals("DAPI", source.getProp("Stain"));
        for (int i = 1; i <= source.getStackSize(); i++)
            assertArrayEquals((short[]) before.getStack().getPixels(i), (short[])
                    source.getStack().getPixels(i));
    }

    @Test
    void aFloatImageKeepsTheChannels() {
        ImagePlus result = ResultImage.floatLike(TestImages.hyperstack(8), "", 13, 9);

        assertEquals(32, result.getBitDepth());
        assertArrayEquals(new int[] {13, 9, 2, 3, 2}, result.getDimensions());
        assertEquals(90, ((CompositeImage) result).getChannelLut(2).max);
    }

    @Test
    void coloursOfAFloatImageAreThreeChannels() {
        CompositeImage result = (CompositeImage) ResultImage.floatLike(TestImages.hyperstack(24), "", 13, 9);

        assertEquals(32, result.getBitDepth());
        assertArrayEquals(new int[] {13, 9, 3, 3, 2}, result.getDimensions());
        assertEquals("label 5", result.getStack().getSliceLabel(result.getStackIndex(3, 2, 2)));
        assertEquals(Color.BLUE.getRGB(), result.getChannelLut(3).getRGB(255));
        assertEquals(255, result.getChannelLut(3).max);
    }

    @ParameterizedTest
    @CsvSource({
        "cells.tif, cells-restored.tif",
        "cells, cells-restored",
        "a.b.tiff, a.b-restored.tiff",
        "Fig. 3 left, Fig. 3 left-restored",
        ".hidden, .hidden-restored"
    })
    void theSuffixStandsBeforeTheExtension(String title, String expected) {
        ImagePlus source = TestImages.plane(8);
        source.setTitle(title);

        assertEquals(expected, ResultImage.like(source, "-restored", 13, 9).getTitle());
    }

    @Test
    void infoIsAddedBelowWhatIsThere() {
        ImagePlus image = TestImages.hyperstack(8);

        ResultImage.addInfo(image, "NDR model: general");

        assertEquals("Objective: 63x\nNDR model: general", image.getInfoProperty());
    }

    @Test
    void infoBeginsWhereThereWasNone() {
        ImagePlus image = TestImages.plane(8);
        assertNull(image.getInfoProperty());

        ResultImage.addInfo(image, "NDR model: general");

        assertEquals("NDR model: general", image.getInfoProperty());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void theDisplayRangeIsFittedToEachChannel(int bitDepth) {
        CompositeImage image = (CompositeImage) TestImages.hyperstack(bitDepth);

        ResultImage.fitDisplayRange(image, Progress.NONE);

        for (int c = 1; c <= 2; c++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int i = c; i <= image.getStackSize(); i += 2) {
                ImageStatistics statistics = image.getStack().getProcessor(i).getStats();
                min = Math.min(min, statistics.min);
                max = Math.max(max, statistics.max);
            }
            // A channel has 702 random samples: its 0.1st and 99.9th percentiles are next to its ends.
            assertEquals(min, image.getChannelLut(c).min, 0.02 * (max - min));
            assertEquals(max, image.getChannelLut(c).max, 0.02 * (max - min));
        }
        assertEquals(IJ.COMPOSITE, image.getMode());
        assertArrayEquals(new boolean[] {true, false}, Arrays.copyOf(image.getActiveChannels(), 2));
    }

    @Test
    void anImageOfOneChannelIsFittedToo() {
        ImagePlus image = TestImages.plane(16);
        image.setDisplayRange(0, 65535);

        ResultImage.fitDisplayRange(image, Progress.NONE);

        assertEquals(image.getProcessor().getStats().max, image.getDisplayRangeMax(), 4);
    }

    @Test
    void eightBitsAreShownAsBefore() {
        ImagePlus image = TestImages.plane(8);
        image.setDisplayRange(10, 50);

        ResultImage.fitDisplayRange(image, Progress.NONE);

        assertEquals(50, image.getDisplayRangeMax());
    }
}
