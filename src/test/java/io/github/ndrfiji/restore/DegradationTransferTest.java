package io.github.ndrfiji.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;

/** With networks that add the tile of the reference, so that a result minus its image is what was seen of the reference. */
class DegradationTransferTest {

    private static final int NONE = Planes.NO_CHANNEL_AXIS;
    private static final RestoreOptions UNIT =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(ValueRange.UNIT));

    @Test
    void everyTileGetsWhatTheReferenceHasAtItsPlace() {
        for (int channels : new int[] {1, 3}) {
            Img<?> clean = ramp(1, 40, 33, 2);
            Img<?> reference = ramp(2, 40, 33, 2);
            double[] result = values(transferred(FakeTransfer.of(channels), clean, NONE, reference, NONE, UNIT));
            // The reference is twice the clean image; blending rounds to floats.
            for (int i = 0; i < result.length; i++) assertEquals(3.0 * i, result[i], 1e-5 * i);
        }
    }

    @Test
    void grayTilesOfBothAreRepeatedForThreeChannelModels() {
        FakeTransfer network = FakeTransfer.of(3);
        transferred(network, ramp(1, 3, 3), NONE, ramp(2, 3, 3), NONE, UNIT);
        for (int c = 0; c < 3; c++) {
            assertEquals(5, network.clean().get(0).at(c, 1, 2));
            assertEquals(10, network.degraded().get(0).at(c, 1, 2));
        }
    }

    @Test
    void planesAndChannelsOfTheReferenceBeginAnewWhereTheyAreFewer() {
        // 2 x 1 pixels, 3 channels, 3 planes, and a reference of 2 channels and 2 planes
        Img<?> reference = ArrayImgs.floats(new float[] {10, 11, 20, 21, 30, 31, 40, 41}, 2, 1, 2, 2);
        double[] result = values(transferred(FakeTransfer.of(1), ArrayImgs.floats(2, 1, 3, 3), 2, reference, 2, UNIT));
        assertArrayEquals(
                new double[] {10, 11, 20, 21, 10, 11, 30, 31, 40, 41, 30, 31, 10, 11, 20, 21, 10, 11}, result, 1e-5);
    }

    @Test
    void rgbGoesTogetherWithTheColoursOfTheReference() {
        FakeTransfer network = FakeTransfer.of(3);
        Img<?> rgb = ArrayImgs.argbs(new int[] {0x80010203, 0xff040506}, 2, 1);
        Img<?> reference = ArrayImgs.argbs(new int[] {0xff102030, 0xff405060}, 2, 1);
        RandomAccessibleInterval<?> result = transferred(network, rgb, NONE, reference, NONE, UNIT);
        assertEquals(
                List.of(0x80112233, 0xff445566),
                result.stream().map(v -> ((ARGBType) v).get()).toList());
        assertEquals(1, network.clean().size());
    }

    @Test
    void aGrayReferenceIsThatOfEveryColour() {
        Img<?> rgb = ArrayImgs.argbs(new int[] {0xff010203, 0xff040506}, 2, 1);
        Img<?> reference = ArrayImgs.unsignedBytes(new byte[] {0x10, 0x20}, 2, 1);
        RandomAccessibleInterval<?> result = transferred(FakeTransfer.of(3), rgb, NONE, reference, NONE, UNIT);
        assertEquals(
                List.of(0xff111213, 0xff242526),
                result.stream().map(v -> ((ARGBType) v).get()).toList());
    }

    @Test
    void imageAndReferenceHaveTheirOwnRanges() {
        FakeTransfer network = FakeTransfer.of(1);
        short[] clean = {100, 300}; // percentiles 100 and 300
        byte[] reference = {51, 102}; // 0.2 and 0.4 of 255
        double[] result = values(transferred(
                network,
                ArrayImgs.unsignedShorts(clean, 2, 1),
                NONE,
                ArrayImgs.unsignedBytes(reference, 2, 1),
                NONE,
                RestoreOptions.defaults()));
        assertArrayEquals(new double[] {100 + 0.2 * 200, 300 + 0.4 * 200}, result);
        assertEquals(1, network.clean().get(0).at(0, 0, 1));
        assertEquals(0.4f, network.degraded().get(0).at(0, 0, 1));
    }

    @Test
    void constantPlanesAreDegradedToo() {
        double[] result =
                values(transferred(FakeTransfer.of(1), ArrayImgs.floats(3, 1), NONE, ramp(1, 3, 1), NONE, UNIT));
        assertArrayEquals(new double[] {0, 1, 2}, result, 1e-6);
    }

    @Test
    void valuesThatAreNotFiniteStayAndAreNeverSeen() {
        float nan = Float.NaN;
        FakeTransfer network = FakeTransfer.of(1);
        Img<?> clean = ArrayImgs.floats(new float[] {1, nan, 3}, 3, 1);
        Img<?> reference = ArrayImgs.floats(new float[] {4, 6, nan}, 3, 1);
        double[] result = values(transferred(network, clean, NONE, reference, NONE, UNIT));
        // Mirrored to 8 columns: 4 6 . 6 4 6 . 6, whose mean of the finite ones is 32 / 6
        assertArrayEquals(new double[] {5, nan, 3 + 32 / 6.0}, result, 1e-5);
        for (Patch tile : network.degraded()) for (float value : tile.values()) assertTrue(Float.isFinite(value));
    }

    @Test
    void theBatchDoesNotChangeTheResult() {
        double[] one = values(transferred(FakeTransfer.of(1), ramp(1, 40, 33), NONE, ramp(3, 20, 18), NONE, UNIT));
        double[] five = values(
                transferred(FakeTransfer.of(1), ramp(1, 40, 33), NONE, ramp(3, 20, 18), NONE, UNIT.withBatch(5)));
        assertArrayEquals(one, five);
    }

    @Test
    void aRegionAloneIsDegradedIfThereIsOne() {
        RestoreOptions options = UNIT.withRegion(Region.rectangle(1, 0, 1, 1));
        double[] result = values(transferred(FakeTransfer.of(1), ramp(1, 3, 1), NONE, ramp(2, 3, 1), NONE, options));
        assertArrayEquals(new double[] {0, 3, 2}, result, 1e-6);
    }

    @Test
    void theReportSaysHowItWasDone() {
        Planes clean = Planes.of(ramp(1, 40, 16), NONE);
        RestoreReport report = new DegradationTransfer(FakeTransfer.of(1))
                .transferInto(
                        Planes.of(ArrayImgs.floats(40, 16), NONE),
                        clean,
                        Reference.of(clean, ValueRangePolicy.AUTO, Progress.NONE),
                        UNIT,
                        Progress.NONE);
        assertEquals("fake", report.model());
        assertEquals(4, report.tiles()); // starts 0, 8, 16, 24
        assertEquals(List.of(ValueRange.UNIT), report.ranges());
        assertEquals(640, report.samples());
    }

    @Test
    void aCancelEndsIt() {
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
        FakeTransfer network = FakeTransfer.of(1);
        Planes image = Planes.of(ramp(1, 4, 4), NONE);
        Reference reference = new Reference(image, List.of(ValueRange.UNIT));
        Planes target = Planes.of(ArrayImgs.floats(4, 4), NONE);
        assertThrows(CancellationException.class, () -> new DegradationTransfer(network)
                .transferInto(target, image, reference, UNIT, cancelled));
        assertEquals(0, network.clean().size());
    }

    @Test
    void modelsOfScaleTwoOrOtherChannelsAreRefused() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> new DegradationTransfer(new FakeTransfer(3, 2, List.of(), List.of())));
        assertEquals(
                "The model 'fake' has the scale 2, but only models of scale 1 can degrade like a reference; choose"
                        + " another one.",
                e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new DegradationTransfer(FakeTransfer.of(2)));
    }

    @Test
    void targetAndRangesMustFit() {
        Planes image = Planes.of(ramp(1, 4, 4), NONE);
        Reference reference = new Reference(image, List.of(ValueRange.UNIT));
        Planes target = Planes.of(ArrayImgs.floats(4, 5), NONE);
        DegradationTransfer transfer = new DegradationTransfer(FakeTransfer.of(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> transfer.transferInto(target, image, reference, UNIT, Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> new Reference(image, List.of()));
    }

    private static RandomAccessibleInterval<?> transferred(
            TransferNetwork network,
            Img<?> clean,
            int channelAxis,
            Img<?> reference,
            int referenceChannelAxis,
            RestoreOptions options) {
        Img<?> target = clean.copy();
        new DegradationTransfer(network)
                .transferInto(
                        Planes.of(target, channelAxis),
                        Planes.of(clean, channelAxis),
                        Reference.of(Planes.of(reference, referenceChannelAxis), options.range(), Progress.NONE),
                        options,
                        Progress.NONE);
        return target;
    }

    /** 0, step, 2 step, ... */
    private static Img<?> ramp(float step, long... size) {
        float[] values = new float[(int) Intervals.numElements(size)];
        for (int i = 0; i < values.length; i++) values[i] = step * i;
        return ArrayImgs.floats(values, size);
    }

    private static double[] values(RandomAccessibleInterval<?> image) {
        return image.stream()
                .mapToDouble(v -> ((RealType<?>) v).getRealDouble())
                .toArray();
    }
}
