package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import ij.process.LUT;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.ToldProgress;
import io.github.ndrfiji.command.ImagePlusMapper.Mapped;
import io.github.ndrfiji.command.ImagePlusMapper.RestoredAndMapped;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.DegradationColours;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.maps.FourShares;
import io.github.ndrfiji.maps.MapChoice;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.restore.RestoreOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps of a network whose shares are known: v/2, 1/2 - v/2, 1/8, 3/8 for a value v of the range 0:255. It adds v = 1/4. */
class ImagePlusMapperTest {

    private static final RestoreOptions BYTES =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 255)));

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void allAffinitiesOfEveryTypeAreOnTheirChannelSliceAndFrame(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        int groups = bitDepth == 24 ? 1 : 2;

        ImagePlus maps = map(image, 3, MapForm.HYPERSTACK, MapKind.AFFINITIES).maps();

        assertEquals("cells-maps.tif", maps.getTitle());
        assertEquals(32, maps.getBitDepth());
        assertTrue(maps.isHyperStack());
        assertArrayEquals(new int[] {13, 9, 4 * groups, 3, 2}, maps.getDimensions());
        for (int t = 1; t <= 2; t++)
            for (int z = 1; z <= 3; z++)
                for (int c = 1; c <= groups; c++)
                    for (int p = 0; p < 13 * 9; p++) {
                        ImageProcessor before = image.getStack().getProcessor(image.getStackIndex(c, z, t));
                        double v = (bitDepth == 24 ? before.get(p) >> 16 & 0xff : before.getf(p)) / 255.0;
                        double[] expected = {v / 2, 0.5 - v / 2, 0.125, 0.375};
                        double sum = 0;
                        for (int n = 1; n <= 4; n++) {
                            float share = maps.getStack()
                                    .getProcessor(maps.getStackIndex(4 * (c - 1) + n, z, t))
                                    .getf(p);
                            assertEquals(expected[n - 1], share, 1e-6);
                            sum += share;
                        }
                        assertEquals(1, sum, 1e-5);
                    }
    }

    @Test
    void theLayersKeepTheImagesMetadata() {
        ImagePlus image = TestImages.hyperstack(16);
        image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {0, 1}, "counts");

        ImagePlus maps = map(image, 1, MapForm.HYPERSTACK, MapKind.AFFINITIES).maps();

        Calibration calibration = maps.getCalibration();
        assertEquals("micron", calibration.getUnit());
        assertEquals(0.25, calibration.pixelWidth);
        assertEquals(2, calibration.pixelDepth);
        assertEquals(30, calibration.frameInterval);
        assertFalse(calibration.calibrated());
        assertEquals("DAPI", maps.getProp("Stain"));
        assertEquals(image.getRoi().getBounds(), maps.getRoi().getBounds());
        int index = maps.getStackIndex(7, 2, 2); // third affinity of the second channel
        String own = image.getStack().getSliceLabel(image.getStackIndex(2, 2, 2));
        assertEquals(own + ": affinity 3", maps.getStack().getSliceLabel(index));
        List<String> info = maps.getInfoProperty().lines().toList();
        assertEquals("Objective: 63x", info.get(0));
        assertEquals("NDR model: four", info.get(1));
        assertEquals("NDR value range: 0:255", info.get(4));
        assertEquals(List.of("NDR maps: affinities", "NDR level: mean"), info.subList(6, 8));
    }

    @Test
    void withoutLabelsTheChannelIsNamed() {
        ImagePlus image = TestImages.hyperstack(8);
        for (int i = 1; i <= image.getStackSize(); i++) image.getStack().setSliceLabel(null, i);

        ImagePlus maps = map(image, 1, MapForm.HYPERSTACK, MapKind.DOMINANT, MapKind.ENTROPY)
                .maps();

        assertEquals("channel 1: dominant degradation", maps.getStack().getSliceLabel(1));
        assertEquals("channel 2: entropy (bits)", maps.getStack().getSliceLabel(4));
        ImagePlus plane = map(TestImages.plane(8), 1, MapForm.HYPERSTACK, MapKind.DOMINANT)
                .maps();
        assertEquals("dominant degradation", plane.getProp("Slice_Label")); // where ImageJ's macros look for it
        assertEquals(1, plane.getNChannels());
    }

    /** Three channels that are colours have one set of layers, which belongs to none of them. */
    @Test
    void coloursOfACompositeAreMappedTogether() {
        ImagePlus rgb = IJ.createHyperStack("c", 9, 9, 3, 1, 1, 8);
        rgb.getStack().setSliceLabel("red", 1);
        rgb.getStack().getProcessor(1).set(4, 4, 51);

        ImagePlus maps = new ImagePlusMapper(
                        new FourShares(3, 1), BYTES.withRgb(true), MapChoice.of(MapKind.AFFINITIES), () -> {})
                .map(rgb, MapForm.HYPERSTACK, Progress.NONE)
                .maps();

        assertEquals(4, maps.getNChannels());
        assertEquals("affinity 1", maps.getStack().getSliceLabel(1));
        assertEquals(0.1, maps.getStack().getProcessor(1).getf(4, 4), 1e-6);
    }

    /** Values up to 199: the shares are at most 199/510 and 1/2, at v = 0. */
    @Test
    void affinitiesAreShownFromZeroToTheLargest() {
        ImagePlus image = TestImages.hyperstack(16);
        image.getStack().getProcessor(1).set(0, 0, 0);

        CompositeImage maps = (CompositeImage)
                map(image, 1, MapForm.HYPERSTACK, MapKind.AFFINITIES).maps();

        for (int c = 1; c <= 8; c++) {
            LUT lut = maps.getChannelLut(c);
            assertEquals(0, lut.min);
            assertEquals(0.5, lut.max, 1e-6);
        }
        assertEquals(0.5, maps.getDisplayRangeMax(), 1e-6);
        ImagePlus entropy =
                map(TestImages.plane(8), 1, MapForm.HYPERSTACK, MapKind.ENTROPY).maps();
        assertEquals(0, entropy.getDisplayRangeMin());
        assertEquals(2, entropy.getDisplayRangeMax()); // log2 of 4
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dominantDegradationsHaveTheirColours(boolean alone) {
        ImagePlus image = TestImages.plane(8);
        MapKind[] kinds = alone ? new MapKind[] {MapKind.DOMINANT} : new MapKind[] {MapKind.DOMINANT, MapKind.ENTROPY};

        ImagePlus maps = map(image, 1, MapForm.HYPERSTACK, kinds).maps();

        ImageProcessor numbers = maps.getStack().getProcessor(1);
        int[] shown = (int[]) new ImagePlus("", maps.getProcessor().convertToRGB())
                .getProcessor()
                .getPixels();
        for (int p = 0; p < shown.length; p++) {
            double v = image.getProcessor().get(p) / 255.0;
            int expected = v > 0.75 ? 1 : v < 0.25 ? 2 : 4;
            assertEquals(expected, numbers.getf(p));
            assertEquals(DegradationColours.of(expected).getRGB(), shown[p] | 0xff000000);
        }
    }

    /** Pixels of value 0 (second) and 128 (fourth): one row a degradation that dominates somewhere, the most frequent first. */
    @Test
    void theLegendNamesThoseThatDominateSomewhere() {
        ImagePlus image = IJ.createImage("l", 10, 10, 1, 8);
        for (int p = 0; p < 70; p++) image.getProcessor().set(p, 128);

        Mapped mapped = map(image, 1, MapForm.HYPERSTACK, MapKind.DOMINANT);

        ImageProcessor legend = mapped.legend().orElseThrow().getProcessor();
        assertEquals("Legend of l", mapped.legend().orElseThrow().getTitle());
        assertEquals(3 * 22 + 10, legend.getHeight());
        assertEquals(DegradationColours.of(4).getRGB(), legend.get(18, 33));
        assertEquals(DegradationColours.of(2).getRGB(), legend.get(18, 55));
        assertTrue(map(image, 1, MapForm.HYPERSTACK, MapKind.ENTROPY).legend().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void theChannelsFormPutsTheLayersBehindTheRestoredChannels(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        ImagePlus restored = restored(image);
        int own = bitDepth == 24 ? 3 : 2;
        int groups = bitDepth == 24 ? 1 : 2;

        CompositeImage maps = (CompositeImage) map(image, 3, MapForm.CHANNELS, MapKind.DOMINANT, MapKind.ENTROPY)
                .maps();

        assertEquals("cells-restored-maps.tif", maps.getTitle());
        assertArrayEquals(new int[] {13, 9, own + 2 * groups, 3, 2}, maps.getDimensions());
        for (int t = 1; t <= 2; t++)
            for (int z = 1; z <= 3; z++)
                for (int c = 1; c <= own; c++) {
                    ImageProcessor expected =
                            restored.getStack().getProcessor(restored.getStackIndex(own == 3 ? 1 : c, z, t));
                    ImageProcessor actual = maps.getStack().getProcessor(maps.getStackIndex(c, z, t));
                    for (int p = 0; p < 13 * 9; p++)
                        assertEquals(
                                own == 3 ? expected.get(p) >> 8 * (3 - c) & 0xff : expected.getf(p), actual.getf(p));
                }
        assertEquals(
                "dominant degradation", maps.getStack().getSliceLabel(own + 1).replaceAll(".*: ", ""));
        for (int c = 0; c < maps.getNChannels(); c++) assertEquals(c < own, maps.getActiveChannels()[c]);
        if (own == 2) assertEquals(((CompositeImage) restored).getChannelLut(2), lutLike(maps, restored, 2));
        assertTrue(maps.getInfoProperty().contains("NDR saturated samples: "), maps.getInfoProperty());
    }

    /** The LUT of the restored image if that of the maps shows the same. */
    private static LUT lutLike(CompositeImage maps, ImagePlus restored, int channel) {
        LUT lut = maps.getChannelLut(channel);
        LUT like = ((CompositeImage) restored).getChannelLut(channel);
        assertEquals(like.getRGB(255), lut.getRGB(255));
        assertEquals(like.max, lut.max);
        return like;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24, 32})
    void theOverlayLiesOnEveryPlaneOfTheRestoredImage(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        int groups = bitDepth == 24 ? 1 : 2;

        Mapped mapped = map(image, 3, MapForm.OVERLAY, MapKind.ENTROPY);

        ImagePlus result = mapped.maps();
        assertEquals("cells-restored.tif", result.getTitle());
        assertEquals(bitDepth, result.getBitDepth());
        ImagePlus restored = restored(image);
        for (int i = 1; i <= restored.getStackSize(); i++)
            assertArrayEquals(
                    restored.getStack().getProcessor(i).getFloatArray(),
                    result.getStack().getProcessor(i).getFloatArray());
        Overlay overlay = result.getOverlay();
        assertEquals(1 + groups * 6, overlay.size()); // one was there
        for (int i = 1; i < overlay.size(); i++) {
            ImageRoi colours = (ImageRoi) overlay.get(i);
            int plane = (i - 1) % 6;
            assertEquals(groups == 1 ? 1 : (i - 1) / 6 + 1, colours.getCPosition());
            assertEquals(plane % 3 + 1, colours.getZPosition());
            assertEquals(plane / 3 + 1, colours.getTPosition());
            assertEquals(0.4, colours.getOpacity(), 1e-6);
            int stackIndex = image.getStackIndex(colours.getCPosition(), plane % 3 + 1, plane / 3 + 1);
            ImageProcessor before = image.getStack().getProcessor(stackIndex);
            for (int p = 0; p < 13 * 9; p++) {
                double v = (bitDepth == 24 ? before.get(p) >> 16 & 0xff : before.getf(p)) / 255.0;
                int expected = v > 0.75 ? 1 : v < 0.25 ? 2 : 4;
                assertEquals(
                        DegradationColours.of(expected).getRGB(),
                        colours.getProcessor().get(p) | 0xff000000);
            }
        }
        assertTrue(mapped.legend().isPresent());
        assertTrue(result.getInfoProperty().endsWith("NDR maps: dominant\nNDR level: mean"), result.getInfoProperty());
    }

    @Test
    void theOverlayOfAPlaneBelongsToNoPosition() {
        ImagePlus result =
                map(TestImages.plane(8), 1, MapForm.OVERLAY, MapKind.DOMINANT).maps();

        assertEquals(0, result.getOverlay().get(0).getPosition());
    }

    @Test
    void theOverlayOfAPlainStackBelongsToItsSlices() {
        ImagePlus stack = IJ.createImage("s", 9, 9, 3, 8);

        Overlay overlay =
                map(stack, 1, MapForm.OVERLAY, MapKind.DOMINANT).maps().getOverlay();

        assertEquals(
                List.of(1, 2, 3),
                IntStream.range(0, 3)
                        .mapToObj(i -> overlay.get(i).getPosition())
                        .toList());
    }

    /** One pass restores as the restorer does; the change is that of the values as they are stored. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void aRestorationWithMapsIsThatWithout(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        ImagePlus expected = restored(image);

        RestoredAndMapped both = mapper(1, MapKind.CHANGE).restore(image, Progress.NONE);

        ImagePlus change = both.mapped().maps();
        assertEquals("cells-restored.tif", both.restored().getTitle());
        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor before = image.getStack().getProcessor(i);
            ImageProcessor after = both.restored().getStack().getProcessor(i);
            assertArrayEquals(expected.getStack().getProcessor(i).getFloatArray(), after.getFloatArray());
            for (int p = 0; p < before.getPixelCount(); p++)
                assertEquals(
                        Math.abs(after.getf(p) - before.getf(p)),
                        change.getStack().getProcessor(i).getf(p),
                        1e-4);
        }
        assertEquals("label 1: change", change.getStack().getSliceLabel(1));
    }

    /** 0.25 of the shown range 0:100 is 25, whatever the stored values are. */
    @Test
    void theChangeIsInTheValuesThatImageJShows() {
        ImagePlus image = TestImages.plane(16);
        image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {0, 0.5}, "counts");
        RestoreOptions shown = RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 100)));

        ImagePlus change = new ImagePlusMapper(new FourShares(1, 1), shown, MapChoice.of(MapKind.CHANGE), () -> {})
                .map(image, MapForm.HYPERSTACK, Progress.NONE)
                .maps();

        assertEquals(25, change.getProcessor().getf(5, 5), 1e-5);
        assertEquals(25, change.getDisplayRangeMax(), 1e-5);
    }

    @Test
    void atScaleTwoTheMapsAreOnTheInputsGridUnlessTheyBelongToTheRestoredImage() {
        ImagePlus image = TestImages.plane(8);
        ImagePlusMapper mapper =
                new ImagePlusMapper(new FourShares(1, 2), BYTES, MapChoice.of(MapKind.DOMINANT), () -> {});

        ImagePlus alone = mapper.map(image, MapForm.HYPERSTACK, Progress.NONE).maps();
        ImagePlus together = mapper.map(image, MapForm.CHANNELS, Progress.NONE).maps();
        ImagePlus overlay = mapper.map(image, MapForm.OVERLAY, Progress.NONE).maps();

        assertArrayEquals(new int[] {13, 9, 1, 1, 1}, alone.getDimensions());
        assertArrayEquals(new int[] {26, 18, 2, 1, 1}, together.getDimensions());
        ImageProcessor colours = ((ImageRoi) overlay.getOverlay().get(0)).getProcessor();
        for (int y = 0; y < 18; y++)
            for (int x = 0; x < 26; x++) {
                float number = alone.getProcessor().getf(x / 2, y / 2);
                assertEquals(number, together.getStack().getProcessor(2).getf(x, y));
                assertEquals(DegradationColours.of((int) number).getRGB(), colours.get(x, y) | 0xff000000);
            }
    }

    /** The plane of 13 x 9 pixels is one tile; of 40 columns the tiles begin at 0, 12, 24. */
    @Test
    void beyondARegionThereIsNoColour() {
        ImagePlus image = IJ.createImage("wide", 40, 9, 1, 8);
        ImagePlusMapper mapper = new ImagePlusMapper(
                new FourShares(1, 1),
                BYTES.withRegion(Region.rectangle(0, 0, 4, 4)),
                MapChoice.of(MapKind.DOMINANT),
                () -> {});

        ImagePlus maps = mapper.map(image, MapForm.HYPERSTACK, Progress.NONE).maps();
        Roi colours = mapper.map(image, MapForm.OVERLAY, Progress.NONE)
                .maps()
                .getOverlay()
                .get(0);

        assertEquals(2, maps.getProcessor().getf(15, 0));
        assertTrue(Float.isNaN(maps.getProcessor().getf(16, 0)));
        assertEquals(0, ((ImageRoi) colours).getProcessor().get(16, 0) & 0xffffff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hyperstack", "channels", "overlay"})
    void theImageIsNotAltered(String form) {
        ImagePlus image = TestImages.hyperstack(16);
        ImagePlus before = TestImages.hyperstack(16);

        map(image, 1, MapForm.parse(form), MapKind.CHANGE, MapKind.TOP);

        for (int i = 1; i <= image.getStackSize(); i++)
            assertArrayEquals((short[]) before.getStack().getPixels(i), (short[])
                    image.getStack().getPixels(i));
        assertEquals("Objective: 63x", image.getInfoProperty());
        assertEquals(1, image.getOverlay().size());
        assertEquals(3, ((CompositeImage) image).getChannelLut(1).min);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hyperstack", "channels", "overlay"})
    void aCancelEndsIt(String form) {
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public void log(String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        ImagePlusMapper mapper = mapper(1, MapKind.AFFINITIES);

        assertThrows(
                CancellationException.class,
                () -> mapper.map(TestImages.hyperstack(8), MapForm.parse(form), cancelled));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hyperstack", "channels", "overlay"})
    void anImageIsNeeded(String form) {
        ImagePlusMapper mapper = mapper(1, MapKind.AFFINITIES);

        Exception none = assertThrows(
                IllegalArgumentException.class, () -> mapper.map(null, MapForm.parse(form), Progress.NONE));
        Exception palette = assertThrows(
                IllegalArgumentException.class,
                () -> mapper.map(TestImages.withPalette(), MapForm.parse(form), Progress.NONE));

        assertTrue(none.getMessage().startsWith("There is no image to work on"), none.getMessage());
        assertTrue(palette.getMessage().contains("by a palette of colours"), palette.getMessage());
    }

    /** A quarter of 255 is 63.75, rounded 64; 200 and 230 become at most 255. */
    @ParameterizedTest
    @ValueSource(strings = {"hyperstack", "channels"})
    void theSizesOfTheChangesAreTold(String form) {
        ImagePlus image = IJ.createImage("plane.tif", 4, 25, 1, 8);
        for (int y = 0; y < 25; y++)
            for (int x = 0; x < 4; x++) image.getProcessor().set(x, y, 100);
        image.getProcessor().set(1, 0, 200);
        image.getProcessor().set(2, 0, 230);
        List<String> told = new ArrayList<>();
        Progress progress = new ToldProgress(told);

        ImagePlus maps = mapper(1, MapKind.CHANGE)
                .map(image, MapForm.parse(form), progress)
                .maps();

        assertEquals("change: median 64, 95 % up to 64, 99 % up to 64, largest 64", told.get(told.size() - 1));
        assertTrue(maps.getInfoProperty().contains("\nNDR change: median 64, 95 % up to 64, 99 %"));
        ImageStatistics histogram =
                maps.getStack().getProcessor(maps.getStackSize()).getStats(); // Analyze > Histogram
        assertEquals(25, histogram.min);
        assertEquals(64, histogram.max);
        assertEquals(256, histogram.histogram.length);
        assertEquals(98, histogram.histogram[255]);
        assertEquals(1, histogram.histogram[0]);
    }

    @Test
    void theSizesOfChangesHaveFourDigits() {
        ImagePlus image = IJ.createImage("plane.tif", 40, 1, 1, 32);
        RestoreOptions options = RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1e-3)));
        for (int x = 0; x < 40; x++) image.getProcessor().setf(x, 0, x * 1e-5f);

        ImagePlus maps = new ImagePlusMapper(new FourShares(1, 1), options, MapChoice.of(MapKind.CHANGE), () -> {})
                .map(image, MapForm.HYPERSTACK, Progress.NONE)
                .maps();

        assertTrue(maps.getInfoProperty().contains("\nNDR change: median 0.00025, 95 % up to 0.00025, "));
    }

    @Test
    void theFormsHaveNames() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> MapForm.parse("png"));
        assertEquals("There is no output 'png'; use hyperstack, channels, overlay.", e.getMessage());
    }

    private static Mapped map(ImagePlus image, int channels, MapForm form, MapKind... kinds) {
        return mapper(channels, kinds).map(image, form, Progress.NONE);
    }

    private static ImagePlusMapper mapper(int channels, MapKind... kinds) {
        return new ImagePlusMapper(new FourShares(channels, 1), BYTES, MapChoice.of(kinds), () -> {});
    }

    private static ImagePlus restored(ImagePlus image) {
        return new ImagePlusRestorer(new FourShares(3, 1), BYTES, () -> {}).restore(image, Progress.NONE);
    }
}
