package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.RegionChoice;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.maps.FourShares;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.RestoreOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means of shares that are known: v/2, 1/2 - v/2, 1/8, 3/8 for a value v of the range 0:255. */
class ImagePlusMeasurerTest {

    private static final RestoreOptions BYTES =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 255)));

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void everyChannelSliceAndFrameOfTheSelectionIsMeasured(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        image.setRoi(new OvalRoi(2, 1, 7, 7));

        List<MeasuredShares> rows = measure(image, RegionChoice.AUTO);

        assertEquals(12, rows.size());
        for (int i = 0; i < 12; i++) {
            MeasuredShares row = rows.get(i);
            assertEquals("selection", row.region());
            assertEquals(
                    List.of(i % 2 + 1, i / 2 % 3 + 1, i / 6 + 1), List.of(row.channel(), row.slice(), row.frame()));
            ImageProcessor plane = image.getStack().getProcessor(i + 1);
            plane.setRoi(image.getRoi());
            double v = plane.getStats().mean / 255; // ImageJ's own mean in the oval
            assertEquals(plane.getStats().pixelCount, row.shares().pixels());
            assertEquals(v / 2, row.shares().shares().get(0), 1e-5);
            assertEquals(0.5 - v / 2, row.shares().shares().get(1), 1e-5);
            assertEquals(0.375, row.shares().shares().get(3), 1e-5);
        }
    }

    /** This network looks at the first of the colours that it is given. */
    @Test
    void coloursAreMeasuredTogether() {
        ImagePlus image = TestImages.hyperstack(24);

        List<MeasuredShares> rows = measure(image, RegionChoice.IMAGE, 3);

        assertEquals(6, rows.size());
        double v = image.getStack().getProcessor(5).toFloat(0, null).getStats().mean / 255;
        assertEquals(v / 2, rows.get(4).shares().shares().get(0), 1e-5);
        assertEquals(
                List.of(1, 2, 2),
                List.of(rows.get(4).channel(), rows.get(4).slice(), rows.get(4).frame()));
    }

    @Test
    void aRoiWithAPositionIsMeasuredOnItsPlane() {
        ImagePlus image = TestImages.hyperstack(8);
        Roi bound = new Roi(1, 1, 4, 4);
        bound.setPosition(2, 3, 1);
        image.setOverlay(new Overlay(bound));
        image.getOverlay().add(new Roi(5, 5, 100, 100));

        List<MeasuredShares> rows = measure(image, RegionChoice.OVERLAY);

        assertEquals(13, rows.size());
        MeasuredShares row = rows.get(0);
        assertEquals(List.of(2, 3, 1), List.of(row.channel(), row.slice(), row.frame()));
        assertEquals(16, row.shares().pixels());
        assertEquals("ROI 2", rows.get(1).region());
        assertEquals(8 * 4, rows.get(1).shares().pixels()); // the rest is outside of 13 x 9
    }

    /** The region's tiles are a part of all tiles, so that it has the values that it has in the whole. */
    @Test
    void aRegionOfALargeImageHasTheValuesOfTheWhole() {
        ImagePlus image = IJ.createImage("large", "8-bit ramp", 200, 40, 1);
        image.setRoi(100, 0, 20, 40);
        double v = image.getStatistics().mean / 255;

        List<MeasuredShares> rows = measure(image, RegionChoice.AUTO);

        assertEquals(800, rows.get(0).shares().pixels());
        assertEquals(v / 2, rows.get(0).shares().shares().get(0), 1e-5);
    }

    @Test
    void aVirtualStackIsReadPlaneByPlane() {
        ImagePlus image = new ImagePlus("virtual", new VirtualStack(9, 8, 5) {
            @Override
            public ImageProcessor getProcessor(int n) {
                ImageProcessor plane = IJ.createImage("", 9, 8, 1, 8).getProcessor();
                plane.setValue(51 * (n - 1));
                plane.fill();
                return plane;
            }

            @Override
            public Object getPixels(int n) {
                return getProcessor(n).getPixels();
            }

            @Override
            public int getBitDepth() {
                return 8;
            }
        });

        List<MeasuredShares> rows = measure(image, RegionChoice.AUTO);

        assertEquals(5, rows.size());
        for (int i = 0; i < 5; i++) {
            assertEquals(i / 10.0, rows.get(i).shares().shares().get(0), 1e-6);
            assertEquals(i + 1, rows.get(i).slice());
        }
    }

    /** Shown are values with 32768 taken off, as in signed images; the range is given in those. */
    @Test
    void theRangeIsThatOfTheValuesShown() {
        ImagePlus image = IJ.createImage("signed", 9, 8, 1, 16);
        image.getProcessor().setValue(32768 + 51);
        image.getProcessor().fill();
        image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-32768, 1}, "counts");

        assertEquals(
                0.1, measure(image, RegionChoice.AUTO).get(0).shares().shares().get(0), 1e-6);
    }

    @Test
    void whatCannotBeMeasuredIsExplained() {
        ImagePlus image = TestImages.plane(8);
        image.setRoi(new OvalRoi(50, 50, 7, 7));
        Exception e = assertThrows(IllegalArgumentException.class, () -> measure(image, RegionChoice.SELECTION));
        assertTrue(e.getMessage().contains("lies outside of the image"), e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> measure(TestImages.withPalette(), RegionChoice.AUTO));
        assertTrue(e.getMessage().contains("palette"), e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> measure(null, RegionChoice.AUTO));
        assertTrue(e.getMessage().startsWith("There is no image to work on"), e.getMessage());
    }

    private static List<MeasuredShares> measure(ImagePlus image, RegionChoice choice) {
        return measure(image, choice, 1);
    }

    private static List<MeasuredShares> measure(ImagePlus image, RegionChoice choice, int channels) {
        return new ImagePlusMeasurer(new FourShares(channels, 1), BYTES, AffinityLevel.MEAN, () -> {})
                .measure(image, choice, Progress.NONE);
    }
}
