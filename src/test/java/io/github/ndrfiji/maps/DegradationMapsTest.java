package io.github.ndrfiji.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.AffinityMapper;
import io.github.ndrfiji.restore.RestoreOptions;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** Layers from shares that are known: v/2, 1/2 - v/2, 1/8 and 3/8 for a pixel of value v. */
class DegradationMapsTest {

    private static final RestoreOptions UNIT =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1)));

    /** Sides that are no multiples of 8; 2 channels, 3 slices, 2 frames; pixel i has the value (i mod 64) / 64. */
    private final Img<FloatType> stack = ArrayImgs.floats(ramp(21 * 17 * 2 * 3 * 2), 21, 17, 2, 3, 2);

    @Test
    void allAffinitiesAreOnTheirPlanesInTheirChannels() {
        Maps maps = maps(MapChoice.of(MapKind.AFFINITIES)).of(stack, 2, Progress.NONE);

        assertEquals(4, maps.learned());
        assertEquals(2, maps.groups());
        assertEquals(8, maps.layers().size());
        for (int i = 0; i < 8; i++) {
            MapLayer layer = maps.layers().get(i);
            assertEquals("affinity " + (i % 4 + 1), layer.label());
            assertEquals(i / 4, layer.group());
            assertEquals(6, layer.planes().size());
            for (int p = 0; p < 6; p++)
                for (int y = 0; y < 17; y++)
                    for (int x = 0; x < 21; x++) {
                        float v = stack.getAt(x, y, i / 4, p % 3, p / 3).get();
                        float[] expected = {v / 2, 0.5f - v / 2, 0.125f, 0.375f};
                        assertEquals(expected[i % 4], layer.planes().get(p)[y * 21 + x], 1e-6);
                    }
        }
    }

    @Test
    void theSharesOfEveryPixelSumToOne() {
        Maps maps = maps(MapChoice.of(MapKind.AFFINITIES)).of(stack, 2, Progress.NONE);

        for (int group = 0; group < 2; group++)
            for (int p = 0; p < 6; p++)
                for (int i = 0; i < 21 * 17; i++) {
                    double sum = 0;
                    for (int n = 0; n < 4; n++)
                        sum += maps.layers().get(4 * group + n).planes().get(p)[i];
                    assertEquals(1, sum, 1e-5);
                }
    }

    /** With v below 1/4 the second has more than 3/8, with v above 3/4 the first; else the fourth has the largest share. */
    @Test
    void theDominantOneAndTheEntropyAreThoseOfTheShares() {
        Img<FloatType> image = ArrayImgs.floats(new float[] {0, 0.2f, 0.5f, 0.8f}, 4, 1);

        Maps maps =
                maps(MapChoice.of(MapKind.DOMINANT, MapKind.ENTROPY)).of(image, Planes.NO_CHANNEL_AXIS, Progress.NONE);

        assertEquals(
                List.of("dominant degradation", "entropy (bits)"),
                maps.layers().stream().map(MapLayer::label).toList());
        float[] dominant = maps.layers().get(0).planes().get(0);
        assertEquals(2, dominant[0]);
        assertEquals(2, dominant[1]);
        assertEquals(4, dominant[2]);
        assertEquals(1, dominant[3]);
        float[] entropy = maps.layers().get(1).planes().get(0);
        // shares 0, 1/2, 1/8, 3/8: 1/2 + 3/8 + 3/8 log2(8/3)
        assertEquals(0.5 + 0.375 + 0.375 * Math.log(8 / 3.0) / Math.log(2), entropy[0], 1e-6);
        // shares 1/4, 1/4, 1/8, 3/8: 1 + 3/8 + 3/8 log2(8/3)
        assertEquals(1 + 0.375 + 0.375 * Math.log(8 / 3.0) / Math.log(2), entropy[2], 1e-6);
    }

    /** The mean of v is 0.1: the mean shares are 0.05, 0.45, 0.125 and 0.375. */
    @Test
    void theTopOnesAreThoseWithTheLargestMeanShares() {
        Img<FloatType> image = ArrayImgs.floats(new float[] {0, 0.1f, 0.2f}, 3, 1);
        MapChoice choice = new MapChoice(List.of(MapKind.TOP), 3, AffinityLevel.FIRST);

        Maps maps = maps(choice).of(image, Planes.NO_CHANNEL_AXIS, Progress.NONE);

        assertEquals(
                List.of(2, 4, 3),
                maps.layers().stream().map(MapLayer::degradation).toList());
        assertEquals(0.4, maps.layers().get(0).planes().get(0)[2], 1e-6);
        assertEquals(0.5f, maps.layers().get(0).max(), 1e-6);
    }

    /** 2 tiles of 16 columns, twice. */
    @Test
    void theProgressOfBothPassesRisesSteadily() {
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(long done, long total) {
                told.add(done + "/" + total);
            }

            @Override
            public void log(String message) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        };

        maps(MapChoice.of(MapKind.TOP)).of(ArrayImgs.floats(ramp(28 * 8), 28, 8), -1, progress);

        assertEquals(List.of("0/4", "1/4", "2/4", "2/4", "3/4", "4/4"), told);
    }

    @Test
    void thereAreNoMoreTopOnesThanLearned() {
        MapChoice choice = new MapChoice(List.of(MapKind.TOP), 99, AffinityLevel.MEAN);

        assertEquals(4, maps(choice).of(slice(), -1, Progress.NONE).layers().size());
    }

    /** A quarter of the range 0:200 is 50; 255 is the largest value of 8 bits. */
    @Test
    void theChangeIsInTheValuesOfTheImageAsTheyAreStored() {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(new byte[] {0, 100, (byte) 200, (byte) 230}, 4, 1);
        Img<UnsignedByteType> restored = ArrayImgs.unsignedBytes(4, 1);
        RestoreOptions options = RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 200)));

        Maps maps = new DegradationMaps(new FourShares(1, 1), options, MapChoice.of(MapKind.CHANGE))
                .restoreInto(restored, image, Planes.NO_CHANNEL_AXIS, Progress.NONE);

        assertEquals(250, restored.getAt(2, 0).get());
        float[] change = maps.layers().get(0).planes().get(0);
        assertEquals(50, change[0]);
        assertEquals(50, change[2]);
        assertEquals(25, change[3]);
        assertEquals(50, maps.layers().get(0).max());
    }

    @Test
    void atScaleTwoTheChangeIsTheMeanOverThePixelsThatOneBecame() {
        Img<FloatType> image = ArrayImgs.floats(ramp(20 * 9), 20, 9);
        Img<FloatType> restored = ArrayImgs.floats(40, 18);

        Maps maps = new DegradationMaps(new FourShares(1, 2), UNIT, MapChoice.of(MapKind.CHANGE))
                .restoreInto(restored, image, Planes.NO_CHANNEL_AXIS, Progress.NONE);

        for (float value : maps.layers().get(0).planes().get(0)) assertEquals(0.25, value, 1e-6);
    }

    @Test
    void coloursThatGoTogetherHaveOneSetOfLayersAndOneChange() {
        Img<FloatType> colours = ArrayImgs.floats(ramp(10 * 9 * 3), 10, 9, 3);
        Img<FloatType> restored = ArrayImgs.floats(10, 9, 3);

        Maps maps = new DegradationMaps(
                        new FourShares(3, 1), UNIT.withRgb(true), MapChoice.of(MapKind.DOMINANT, MapKind.CHANGE))
                .restoreInto(restored, colours, 2, Progress.NONE);

        assertEquals(1, maps.groups());
        assertEquals(2, maps.layers().size());
        for (float value : maps.layers().get(1).planes().get(0)) assertEquals(0.25, value, 1e-6);
    }

    @Test
    void theChangeNeedsTheRestoredImage() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> maps(MapChoice.of(MapKind.CHANGE))
                .of(slice(), -1, Progress.NONE));
        assertTrue(e.getMessage().startsWith("The layer 'change' needs the restored image"), e.getMessage());
    }

    /** Values 0 and 0.5: shares 0, 1/2, 1/8, 3/8 and 1/4, 1/4, 1/8, 3/8. */
    @Test
    void theMeansOfEveryPlaneAreMeasured() {
        Img<FloatType> image = ArrayImgs.floats(new float[] {0, 0.5f, 0, 0}, 2, 1, 2);

        List<PlaneShares> means = maps(MapChoice.of(MapKind.DOMINANT))
                .of(image, -1, Progress.NONE)
                .means();

        assertEquals(2, means.size());
        PlaneShares first = means.get(0);
        assertEquals(2, first.pixels());
        assertEquals(0.125, first.shares().get(0), 1e-6);
        assertEquals(0.375, first.shares().get(1), 1e-6);
        assertEquals(List.of(0.0, 0.5, 0.0, 0.5), first.dominance());
        assertEquals(0.75 + 0.375 + 0.375 * Math.log(8 / 3.0) / Math.log(2), first.entropy(), 1e-6);
        assertEquals(1, means.get(1).plane());
        assertEquals(2, means.get(1).dominant());
        assertEquals(0.5, means.get(1).shares().get(1), 1e-6);
    }

    @Test
    void onlyTheRegionIsMeasuredIfThereIsOne() {
        Img<FloatType> image = ArrayImgs.floats(new float[] {0, 0.5f, 0.8f, 0}, 2, 2);
        ShareMeans means = new ShareMeans(4, Region.rectangle(0, 1, 1, 1));

        new AffinityMapper(new FourShares(1, 1), UNIT, AffinityLevel.MEAN).map(image, -1, means, Progress.NONE);

        PlaneShares pixel = means.planes().get(0);
        assertEquals(1, pixel.pixels());
        assertEquals(0.4, pixel.shares().get(0), 1e-6);
        assertEquals(1, pixel.dominant());
        assertEquals(List.of(1, 4), means.top(2));
    }

    /** Tiles begin at 0, 12, 24 and 36 of 52 columns: the first is 16 wide, the last two of the layers are not looked at. */
    @Test
    void whereNothingWasLookedAtThereIsNoNumberInAnyLayer() {
        Img<FloatType> image = ArrayImgs.floats(ramp(52 * 8), 52, 8);
        DegradationMaps limited = new DegradationMaps(
                new FourShares(1, 1),
                UNIT.withRegion(Region.rectangle(0, 0, 3, 3)),
                MapChoice.of(MapKind.AFFINITIES, MapKind.DOMINANT, MapKind.ENTROPY));

        Maps maps = limited.of(image, Planes.NO_CHANNEL_AXIS, Progress.NONE);

        assertEquals(6, maps.layers().size());
        for (MapLayer layer : maps.layers())
            for (int i = 0; i < 52 * 8; i++)
                assertEquals(i % 52 >= 16, Float.isNaN(layer.planes().get(0)[i]), layer.label() + " at " + i);
        assertEquals(16 * 8, maps.means().get(0).pixels());
    }

    @Test
    void namesAndNumbersAreChecked() {
        for (MapKind kind : MapKind.values()) assertEquals(kind, MapKind.parse(kind.toString()));
        Exception e = assertThrows(IllegalArgumentException.class, () -> MapKind.parse("noise"));
        assertEquals("There are no layers 'noise'; use affinities, top, dominant, entropy, change.", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new MapChoice(List.of(), 3, AffinityLevel.MEAN));
        assertThrows(IllegalArgumentException.class, () -> new MapChoice(List.of(MapKind.TOP), 0, AffinityLevel.MEAN));
        assertEquals(
                List.of(MapKind.TOP), new MapChoice(List.of(MapKind.TOP, MapKind.TOP), 3, AffinityLevel.MEAN).kinds());
    }

    private static Img<FloatType> slice() {
        return ArrayImgs.floats(ramp(9), 3, 3);
    }

    private static DegradationMaps maps(MapChoice choice) {
        return new DegradationMaps(new FourShares(1, 1), UNIT, choice);
    }

    private static float[] ramp(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = i % 64 / 64f;
        return values;
    }
}
