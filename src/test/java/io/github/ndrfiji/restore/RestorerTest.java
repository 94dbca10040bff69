package io.github.ndrfiji.restore;

import static io.github.ndrfiji.restore.FakeNetwork.adding;
import static io.github.ndrfiji.restore.FakeNetwork.identity;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.TileGrid;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.metrics.SeamScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RestorerTest {

    private static final int NONE = -1;

    // Any image, any type

    /** Sides below, at and above the tile's 16, even and odd, and further axes; noise of every type. */
    static Stream<Img<?>> noise() {
        long[][] sizes = {{1, 1}, {1, 40}, {40, 1}, {5, 7}, {16, 16}, {17, 33}, {9, 20, 3}, {20, 9, 2, 3}};
        return Stream.of(sizes).flatMap(RestorerTest::noise);
    }

    private static Stream<Img<?>> noise(long[] size) {
        Random random = new Random(5);
        int n = (int) Intervals.numElements(size);
        byte[] bytes = new byte[n];
        random.nextBytes(bytes);
        short[] shorts = new short[n];
        int[] ints = random.ints(n).toArray();
        float[] floats = new float[n];
        double[] doubles = random.doubles(n, -1, 1).toArray();
        for (int i = 0; i < n; i++) {
            shorts[i] = (short) random.nextInt();
            floats[i] = (float) random.nextGaussian() * 1e-3f + 5;
        }
        floats[0] = -0.0f;
        floats[n - 1] = Float.NaN;
        doubles[n / 2] = Double.NEGATIVE_INFINITY;
        return Stream.of(
                ArrayImgs.unsignedBytes(bytes, size),
                ArrayImgs.bytes(bytes, size),
                ArrayImgs.unsignedShorts(shorts, size),
                ArrayImgs.shorts(shorts, size),
                ArrayImgs.unsignedInts(ints, size),
                ArrayImgs.ints(ints, size),
                ArrayImgs.floats(floats, size),
                ArrayImgs.doubles(doubles, size),
                ArrayImgs.argbs(ints, size));
    }

    @ParameterizedTest
    @MethodSource("noise")
    <T extends Type<T>> void aNetworkThatChangesNothingReturnsEveryImageBitForBit(Img<T> image) {
        for (int channels : new int[] {1, 3})
            for (String range : new String[] {"auto", "percentile", "-3:7.7"}) {
                Restored<T> restored = restore(identity(channels), image, range);
                assertArrayEquals(bits(image), bits(restored.image()));
                assertArrayEquals(
                        image.dimensionsAsLongArray(), restored.image().dimensionsAsLongArray());
                assertSame(
                        image.getType().getClass(), restored.image().getType().getClass());
                assertEquals(0, restored.report().saturated());
            }
    }

    @ParameterizedTest
    @MethodSource("noise")
    <T extends Type<T>> void atScaleTwoItRepeatsEveryPixelBitForBit(Img<T> image) {
        RandomAccessibleInterval<T> restored =
                restore(identity(3).twice(), image, "auto").image();
        assertEquals(2 * image.dimension(0), restored.dimension(0));
        assertEquals(2 * image.dimension(1), restored.dimension(1));
        Cursor<T> cursor = restored.localizingCursor();
        while (cursor.hasNext()) {
            T value = cursor.next();
            long[] position = cursor.positionAsLongArray();
            position[0] /= 2;
            position[1] /= 2;
            assertEquals(bits(image.getAt(position)), bits(value));
        }
    }

    @Test
    void atScaleTwoAChangeIsAddedToTheRepeatedPixels() {
        byte[] bytes = new byte[40 * 20];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i % 100);
        double[] restored = values(restore(adding(3, 0.2f).twice(), ArrayImgs.unsignedBytes(bytes, 40, 20), "auto"));
        for (int y = 0; y < 40; y++)
            for (int x = 0; x < 80; x++) assertEquals(bytes[y / 2 * 40 + x / 2] + 51, restored[y * 80 + x]);
    }

    @Test
    void theSourceIsNotChanged() {
        for (Img<?> image : noise().toList()) {
            long[] before = bits(image);
            restoreAny(adding(3, 0.1f), image);
            assertArrayEquals(before, bits(image));
        }
    }

    // Value range

    @Test
    void aChangeIsInUnitsOfTheRange() {
        byte[] bytes = {0, 10, 20, 30};
        assertArrayEquals(
                values(51, 61, 71, 81), values(restore(adding(1, 0.2f), ArrayImgs.unsignedBytes(bytes, 2, 2), "auto")));
        short[] shorts = {100, 200, 300, 500}; // percentiles 100 and 500
        assertArrayEquals(
                values(200, 300, 400, 600),
                values(restore(adding(1, 0.25f), ArrayImgs.unsignedShorts(shorts, 2, 2), "auto")));
        float[] floats = {1, 2, 3, 4};
        assertArrayEquals(
                values(6, 7, 8, 9), values(restore(adding(1, 0.5f), ArrayImgs.floats(floats, 2, 2), "-3:7")), 1e-5);
    }

    @Test
    void theNetworkSeesTheRangeAsZeroToOneAndValuesBeyondItUnclipped() {
        FakeNetwork network = identity(1);
        restore(network, ArrayImgs.floats(new float[] {0, 10, 20, 40}, 2, 2), "10:20");
        Patch seen = network.seen().get(0);
        assertEquals(-1, seen.at(0, 0, 0));
        assertEquals(0, seen.at(0, 0, 1));
        assertEquals(1, seen.at(0, 1, 0));
        assertEquals(3, seen.at(0, 1, 1));
    }

    @Test
    void saturatedSamplesAreCountedAndNamed() {
        byte[] bytes = {0, 100, (byte) 200, (byte) 255};
        Restored<?> restored = restore(adding(1, 0.4f), ArrayImgs.unsignedBytes(bytes, 2, 2), "auto"); // + 102
        assertArrayEquals(values(102, 202, 255, 255), values(restored));
        assertEquals(2, restored.report().saturated());
        assertEquals(4, restored.report().samples());
        assertTrue(restored.report().warnings().get(0).startsWith("2 samples (50.0 %)"));
    }

    @Test
    void constantPlanesComeBackUnchangedWhateverTheNetworkDoes() {
        short[] stack = new short[3 * 25];
        Arrays.fill(stack, 0, 25, (short) 7);
        for (int i = 25; i < 50; i++) stack[i] = (short) i;
        Arrays.fill(stack, 50, 75, (short) 65535);
        double[] restored = values(restore(adding(1, 1), ArrayImgs.unsignedShorts(stack, 5, 5, 3), "auto"));
        for (int i = 0; i < 25; i++) assertEquals(7, restored[i]);
        for (int i = 50; i < 75; i++) assertEquals(65535, restored[i]);
        assertFalse(restored[30] == 30);
    }

    @Test
    void aConstantImageComesBackUnchanged() {
        for (String range : new String[] {"auto", "percentile", "0:1"})
            assertArrayEquals(
                    values(3, 3, 3, 3),
                    values(restore(adding(3, 1), ArrayImgs.floats(new float[] {3, 3, 3, 3}, 2, 2), range)));
    }

    // Values that are not finite

    @Test
    void valuesThatAreNotFiniteStayAndTheNetworkNeverSeesThem() {
        float nan = Float.NaN;
        float inf = Float.POSITIVE_INFINITY;
        FakeNetwork network = adding(1, 1);
        Restored<?> restored = restore(network, ArrayImgs.floats(new float[] {1, nan, 3, inf, 5, -inf}, 3, 2), "0:10");
        assertArrayEquals(values(11, nan, 13, inf, 15, -inf), values(restored), 1e-5);
        for (Patch tile : network.seen()) for (float value : tile.values()) assertTrue(Float.isFinite(value));
        assertEquals(3, restored.report().nonFinite());
        assertEquals(
                List.of("3 samples of the image are NaN or infinite; they were left as they are."),
                restored.report().warnings());
    }

    @Test
    void atScaleTwoValuesThatAreNotFiniteAreCountedOnce() {
        Restored<?> restored =
                restore(identity(1).twice(), ArrayImgs.floats(new float[] {1, Float.NaN, 3}, 3, 1), "auto");
        assertEquals(1, restored.report().nonFinite());
    }

    @Test
    void aNetworkWhoseAnswerIsNotFiniteIsAnError() {
        FakeNetwork broken = FakeNetwork.of(1, tile -> FakeNetwork.map(tile, value -> Float.NaN));
        Img<?> image = ArrayImgs.unsignedBytes(new byte[] {1, 2}, 2, 1);
        Exception e = assertThrows(IllegalStateException.class, () -> restoreAny(broken, image));
        assertTrue(e.getMessage().contains("'fake'"), e.getMessage());
    }

    // Channels

    @Test
    void threeChannelModelsSeeGrayThreefoldAndTheMeanOfTheirAnswersIsTaken() {
        FakeNetwork network = FakeNetwork.of(3, RestorerTest::addChannel);
        float[] gray = {1, 2, 3, 4};
        assertArrayEquals(values(2, 3, 4, 5), values(restore(network, ArrayImgs.floats(gray, 2, 2), "0:1")));
        Patch seen = network.seen().get(0);
        for (int c = 0; c < 3; c++) assertEquals(2, seen.at(c, 0, 1));
    }

    @Test
    void threeChannelModelsSeeTheChannelsOfRgbTogether() {
        FakeNetwork network = FakeNetwork.of(3, RestorerTest::addChannel);
        int[] pixels = {0x80102030, 0xff405060};
        Restored<ARGBType> restored = restore(network, ArrayImgs.argbs(pixels, 2, 1), "0:1");
        assertArrayEquals(new long[] {0x80102132, 0xff405162}, bits(restored.image()));
        assertEquals(1, network.seen().size());
        Patch seen = network.seen().get(0);
        assertArrayEquals(
                new float[] {0x10, 0x20, 0x30}, new float[] {seen.at(0, 0, 0), seen.at(1, 0, 0), seen.at(2, 0, 0)});
        assertEquals(1, restored.report().tiles());
    }

    @Test
    void oneChannelModelsSeeOneChannelAtATime() {
        FakeNetwork network = adding(1, 1);
        Restored<ARGBType> rgb = restore(network, ArrayImgs.argbs(new int[] {0xff102030, 0xff405060}, 2, 1), "0:1");
        assertArrayEquals(new long[] {0xff112131, 0xff415161}, bits(rgb.image()));
        assertEquals(3, network.seen().size());
    }

    @Test
    void compositesGoThroughChannelByChannelEachInItsOwnRange() {
        short[] values = {0, 100, 0, 1000}; // 2 x 1, two channels
        for (int channels : new int[] {1, 3}) {
            Restored<?> restored = new Restorer(adding(channels, 0.5f), RestoreOptions.defaults())
                    .restore(ArrayImgs.unsignedShorts(values, 2, 1, 2), 2, Progress.NONE);
            assertArrayEquals(values(50, 150, 500, 1500), values(restored));
            assertEquals(
                    List.of(new ValueRange(0, 100), new ValueRange(0, 1000)),
                    restored.report().ranges());
        }
    }

    @Test
    void threeChannelsThatAreRedGreenAndBlueGoThroughTogether() {
        FakeNetwork network = FakeNetwork.of(3, RestorerTest::addChannel);
        RestoreOptions options = RestoreOptions.defaults()
                .withRange(ValueRangePolicy.parse("0:1"))
                .withRgb(true);
        short[] values = {10, 20, 30, 40, 50, 60}; // 2 x 1, three channels
        Restored<?> restored =
                new Restorer(network, options).restore(ArrayImgs.unsignedShorts(values, 2, 1, 3), 2, Progress.NONE);
        assertArrayEquals(values(10, 20, 31, 41, 52, 62), values(restored));
        assertEquals(1, network.seen().size());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Restorer(network, options)
                        .restore(ArrayImgs.unsignedShorts(values, 2, 1, 3), NONE, Progress.NONE));
        assertTrue(refused.getMessage().contains("three channels"), refused.getMessage());
    }

    @Test
    void modelsOfOtherChannelsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Restorer(identity(2), RestoreOptions.defaults()));
    }

    // Tiles

    @Test
    void anImageThatFitsIsOneTileMirroredToTheMultiple() {
        FakeNetwork network = FakeNetwork.of(1, tile -> FakeNetwork.map(tile, v -> FakeNetwork.mean(tile)));
        float[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        Restored<?> restored = restore(network, ArrayImgs.floats(values, 9, 1), "0:1");
        Patch tile = network.seen().get(0);
        assertEquals(1, network.seen().size());
        assertEquals(16, tile.width());
        assertEquals(8, tile.height());
        // 0..8 and its mirror 7..1, in every row
        assertEquals((36 + 28) / 16f, FakeNetwork.mean(tile));
        for (double value : values(restored)) assertEquals(4, value, 1e-6);
    }

    @Test
    void theBatchDoesNotChangeTheResult() {
        FakeNetwork network = FakeNetwork.of(1, tile -> FakeNetwork.map(tile, v -> v * FakeNetwork.mean(tile)));
        float[] values = new float[50 * 40];
        for (int i = 0; i < values.length; i++) values[i] = i % 37;
        Img<?> image = ArrayImgs.floats(values, 50, 40);
        long[] one = bits(restoreAny(network, image));
        for (int batch : new int[] {2, 5, 100}) {
            RestoreOptions options = RestoreOptions.defaults().withBatch(batch);
            assertArrayEquals(
                    one,
                    bits(new Restorer(network, options)
                            .restore(ArrayImgs.floats(values, 50, 40), NONE, Progress.NONE)
                            .image()));
        }
    }

    @Test
    void tilesThatDisagreeAreBlendedWithoutSeams() {
        Tiling tiling = new Tiling(32, 16, 8);
        FakeNetwork network = FakeNetwork.of(1, tile -> FakeNetwork.map(tile, v -> v + FakeNetwork.mean(tile)))
                .withTiling(tiling);
        int side = 112; // 6 x 6 tiles
        float[] slope = new float[side * side];
        for (int i = 0; i < slope.length; i++) slope[i] = (i % side + i / side) / 200f;

        TileGrid grid = TileGrid.of(side, side, tiling);
        double blended = SeamScore.of(restoredPatch(network, slope, side), grid);
        assertTrue(blended < 1.2, "blended: " + blended);

        Tiling abutting = new Tiling(16, 0, 8);
        double hard = SeamScore.of(
                restoredPatch(network.withTiling(abutting), slope, side), TileGrid.of(side, side, abutting));
        assertTrue(hard > 5, "without overlap: " + hard); // each border steps by the difference of two means
    }

    // Region

    static Stream<Region> regions() {
        boolean[] holes = new boolean[11 * 7];
        for (int i = 0; i < holes.length; i++) holes[i] = i % 3 != 1;
        return Stream.of(
                Region.rectangle(0, 0, 1, 1),
                Region.rectangle(17, 9, 6, 30),
                Region.rectangle(38, 32, 2, 1),
                Region.rectangle(-5, -5, 90, 90),
                Region.masked(20, 3, 11, 7, holes),
                Region.masked(33, -2, 11, 7, holes));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void insideARegionTheImageIsRestoredAsWithoutItAndOutsideItStays(Region region) {
        for (Img<?> image : noise(new long[] {40, 33, 2}).toList())
            for (FakeNetwork network : List.of(byTile(), byTile().twice())) {
                long[] whole = bits(restoreAny(network, image));
                long[] unchanged = bits(restoreAny(network.withFunction(UnaryOperator.identity()), image));
                RandomAccessibleInterval<?> restored = restoreAny(
                        network,
                        image,
                        RestoreOptions.defaults().withRegion(region).withBatch(3));
                int scale = network.scale();
                long[] expected = new long[whole.length];
                Cursor<?> cursor = restored.localizingCursor();
                for (int i = 0; cursor.hasNext(); i++) {
                    cursor.fwd();
                    boolean inside =
                            region.contains(cursor.getIntPosition(0) / scale, cursor.getIntPosition(1) / scale);
                    expected[i] = inside ? whole[i] : unchanged[i];
                }
                assertArrayEquals(
                        expected,
                        bits(restored),
                        region + ", " + image.getType().getClass());
                assertFalse(Arrays.equals(unchanged, expected));
            }
    }

    /** Gives every tile another change. */
    private static FakeNetwork byTile() {
        return FakeNetwork.of(3, tile -> FakeNetwork.map(tile, v -> v + 1 + v * FakeNetwork.mean(tile)));
    }

    @Test
    void onlyTilesThatTouchARegionGoThroughTheNetwork() {
        // 40 x 16 with overlap 5: 4 tiles (starts 0, 8, 16, 24); 2 channels, 3 planes, one of them constant
        short[] values = new short[40 * 16 * 2 * 3];
        for (int i = 0; i < values.length - 2 * 40 * 16; i++) values[i] = (short) (i % 91);
        FakeNetwork network = identity(1);
        Recorder recorder = new Recorder(Long.MAX_VALUE);
        RestoreReport report = new Restorer(network, RestoreOptions.defaults().withRegion(Region.rectangle(3, 2, 6, 1)))
                .restore(ArrayImgs.unsignedShorts(values, 40, 16, 2, 3), 2, recorder)
                .report();
        assertEquals(2 * 2 * 2, network.seen().size()); // the tiles at 0 and 8, of those planes that are not constant
        assertEquals(2 * 2 * 3, report.tiles());
        assertEquals(2 * 2 * 3, recorder.total);
        assertEquals(2 * 2 * 3, recorder.done.get(recorder.done.size() - 1));
    }

    @Test
    void theRangeIsThatOfTheWholeImageAndOnlyTheRegionSaturates() {
        byte[] bytes = {0, 100, (byte) 200, (byte) 255};
        RestoreOptions options = RestoreOptions.defaults().withRegion(Region.rectangle(0, 1, 1, 1));
        Restored<?> restored = new Restorer(adding(1, 0.4f), options) // + 102
                .restore(ArrayImgs.unsignedBytes(bytes, 2, 2), NONE, Progress.NONE);
        assertArrayEquals(values(0, 100, 255, 255), values(restored));
        assertEquals(1, restored.report().saturated());
        Restored<?> shorts = new Restorer(adding(1, 0.25f), options)
                .restore(ArrayImgs.unsignedShorts(new short[] {100, 200, 300, 500}, 2, 2), NONE, Progress.NONE);
        assertArrayEquals(values(100, 200, 400, 500), values(shorts)); // range 100 to 500
    }

    @Test
    void aRegionOutsideOfTheImageIsRefused() {
        Restorer restorer =
                new Restorer(identity(1), RestoreOptions.defaults().withRegion(Region.rectangle(5, 0, 2, 2)));
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> restorer.restore(ArrayImgs.unsignedBytes(5, 4), NONE, Progress.NONE));
        assertTrue(e.getMessage().contains("outside of the image of 5 x 4 pixels"), e.getMessage());
    }

    // Progress

    @Test
    void progressCountsTheTilesOfAllPlanesAndChannels() {
        // 40 x 16 with overlap 5: 4 tiles (starts 0, 8, 16, 24); 2 channels, 3 planes, one of them constant
        short[] values = new short[40 * 16 * 2 * 3];
        for (int i = 0; i < values.length - 40 * 16; i++) values[i] = (short) (i % 91);
        Recorder recorder = new Recorder(Long.MAX_VALUE);
        RestoreReport report = new Restorer(identity(1), RestoreOptions.defaults())
                .restore(ArrayImgs.unsignedShorts(values, 40, 16, 2, 3), 2, recorder)
                .report();
        assertEquals(24, report.tiles());
        assertEquals(0, recorder.done.get(0));
        assertEquals(24, recorder.done.get(recorder.done.size() - 1));
        for (int i = 1; i < recorder.done.size(); i++) assertTrue(recorder.done.get(i) > recorder.done.get(i - 1));
        assertEquals(24, recorder.total);
    }

    @Test
    void aCancelStopsBeforeTheNextTile() {
        byte[] values = new byte[100 * 100];
        new Random(3).nextBytes(values);
        for (int after : new int[] {0, 1, 7}) {
            FakeNetwork network = identity(1);
            Restorer restorer = new Restorer(network, RestoreOptions.defaults());
            assertThrows(
                    CancellationException.class,
                    () -> restorer.restore(ArrayImgs.unsignedBytes(values, 100, 100), NONE, new Recorder(after)));
            assertEquals(after, network.seen().size());
        }
    }

    @Test
    void theSearchForPercentilesAsksForACancelAtEveryRow() {
        int[] asked = {0};
        Progress progress = new Recorder(Long.MAX_VALUE) {
            @Override
            public boolean isCancelled() {
                return ++asked[0] == 20;
            }
        };
        Restorer restorer = new Restorer(identity(1), RestoreOptions.defaults());
        assertThrows(CancellationException.class, () -> restorer.restore(ArrayImgs.floats(1, 20), NONE, progress));
    }

    // Targets

    @Test
    void aTargetMustFit() {
        Restorer restorer = new Restorer(identity(1).twice(), RestoreOptions.defaults());
        Img<?> image = ArrayImgs.unsignedBytes(5, 4, 3);
        for (Img<?> target :
                List.of(ArrayImgs.unsignedBytes(5, 4, 3), ArrayImgs.unsignedBytes(10, 8, 2), ArrayImgs.argbs(10, 8, 3)))
            assertThrows(
                    IllegalArgumentException.class, () -> restorer.restoreInto(target, image, NONE, Progress.NONE));
    }

    @Test
    void aTargetOfMoreBitsKeepsWhatTheSourceTypeCouldNot() {
        Img<?> target = ArrayImgs.floats(2, 1);
        RestoreReport report = new Restorer(adding(1, 0.4f), RestoreOptions.defaults())
                .restoreInto(target, ArrayImgs.unsignedBytes(new byte[] {0, (byte) 200}, 2, 1), NONE, Progress.NONE);
        assertArrayEquals(new double[] {102, 302}, values(target), 1e-4);
        assertEquals(0, report.saturated());
    }

    @Test
    void theReportSaysHowItWasDone() {
        RestoreReport report =
                restore(identity(1), ArrayImgs.unsignedBytes(40, 40), "auto").report();
        assertEquals("fake", report.model());
        assertEquals("none", report.device());
        assertEquals(FakeNetwork.SMALL, report.tiling());
        assertEquals(List.of(new ValueRange(0, 255)), report.ranges());
        assertTrue(report.seconds() > 0);
        assertEquals(List.of(), report.warnings());
    }

    // Helpers

    private static <T extends Type<T>> Restored<T> restore(
            TileNetwork network, RandomAccessibleInterval<T> image, String range) {
        RestoreOptions options = RestoreOptions.defaults()
                .withRange(ValueRangePolicy.parse(range))
                .withBatch(3);
        return new Restorer(network, options).restore(image, NONE, Progress.NONE);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RandomAccessibleInterval<?> restoreAny(TileNetwork network, Img<?> image) {
        return restore(network, (Img) image, "auto").image();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RandomAccessibleInterval<?> restoreAny(TileNetwork network, Img<?> image, RestoreOptions options) {
        return new Restorer(network, options)
                .restore((Img) image, NONE, Progress.NONE)
                .image();
    }

    private static Patch restoredPatch(TileNetwork network, float[] values, int side) {
        double[] restored = values(restore(network, ArrayImgs.floats(values, side, side), "0:1"));
        Patch patch = Patch.zeros(1, side, side);
        for (int i = 0; i < restored.length; i++) patch.values()[i] = (float) restored[i];
        return patch;
    }

    /** Adds 0 to the first channel, 1 to the second, 2 to the third. */
    private static Patch addChannel(Patch tile) {
        Patch result = Patch.zeros(3, tile.height(), tile.width());
        int area = tile.height() * tile.width();
        for (int i = 0; i < 3 * area; i++) result.values()[i] = tile.values()[i] + i / area;
        return result;
    }

    private static double[] values(double... values) {
        return values;
    }

    private static double[] values(Restored<?> restored) {
        return values(restored.image());
    }

    private static double[] values(RandomAccessibleInterval<?> image) {
        return image.stream()
                .mapToDouble(v -> ((RealType<?>) v).getRealDouble())
                .toArray();
    }

    private static long[] bits(RandomAccessibleInterval<?> image) {
        return image.stream().mapToLong(RestorerTest::bits).toArray();
    }

    private static long bits(Object pixel) {
        return pixel instanceof ARGBType argb
                ? argb.get()
                : Double.doubleToRawLongBits(((RealType<?>) pixel).getRealDouble());
    }

    /** Remembers what was reported, and is cancelled once so many tiles are done. */
    private static class Recorder implements Progress {
        private final long cancelAfter;
        private final List<Long> done = new ArrayList<>();
        private long total;

        Recorder(long cancelAfter) {
            this.cancelAfter = cancelAfter;
        }

        @Override
        public void report(long done, long total) {
            this.done.add(done);
            this.total = total;
        }

        @Override
        public void log(String message) {}

        @Override
        public boolean isCancelled() {
            return !done.isEmpty() && done.get(done.size() - 1) >= cancelAfter;
        }
    }
}
