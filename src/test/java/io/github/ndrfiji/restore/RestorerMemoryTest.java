package io.github.ndrfiji.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** What a restoration reads and writes when: planes can be loaded and stored one at a time, rows as they are done. */
class RestorerMemoryTest {

    private static final int SIDE = 40;
    private static final int PLANES = 7;

    /** The planes in the order of reading, a plane that is read on counted once. */
    private final List<Integer> read = new ArrayList<>();

    @Test
    void aStackIsReadPlaneAfterPlaneTwiceForThePercentilesAndOnceToRestore() {
        restore(ValueRangePolicy.PERCENTILE);
        assertEquals(
                Stream.of(1, 2, 3)
                        .flatMap(reading -> IntStream.range(0, PLANES).boxed())
                        .toList(),
                read);
    }

    @Test
    void withAKnownRangeAStackIsReadOnce() {
        restore(ValueRangePolicy.TYPE);
        assertEquals(IntStream.range(0, PLANES).boxed().toList(), read);
    }

    @Test
    void rowsAreWrittenBeforeTheNextRowOfTilesIsDone() {
        byte[] target = new byte[16 * 80];
        byte[] source = new byte[16 * 80];
        for (int i = 0; i < source.length; i++) source[i] = (byte) (1 + i % 100);
        List<Integer> rowsWritten = new ArrayList<>();
        FakeNetwork network = FakeNetwork.of(1, tile -> {
            rowsWritten.add((int)
                    IntStream.range(0, 80).filter(y -> target[16 * y] != 0).count());
            return tile;
        });
        new Restorer(network, RestoreOptions.defaults())
                .restoreInto(
                        ArrayImgs.unsignedBytes(target, 16, 80),
                        ArrayImgs.unsignedBytes(source, 16, 80),
                        -1,
                        Progress.NONE);
        // 7 tiles of 16 rows begin at 64 i / 6; when tile i is asked for, all before tile i - 2 is written, and what
        // comes before tile i - 1 is being written
        List<Integer> atLeast = List.of(0, 0, 0, 10, 21, 32, 42);
        List<Integer> atMost = List.of(0, 0, 10, 21, 32, 42, 53);
        assertEquals(7, rowsWritten.size());
        for (int i = 0; i < 7; i++)
            assertTrue(
                    rowsWritten.get(i) >= atLeast.get(i) && rowsWritten.get(i) <= atMost.get(i),
                    rowsWritten.toString());
    }

    @Test
    void theNextTileIsReadWhileTheNetworkWorks() {
        CountDownLatch lastRowsAreRead = new CountDownLatch(1);
        RandomAccessibleInterval<UnsignedShortType> plane = twoTiles(y -> {
            if (y >= 16) lastRowsAreRead.countDown();
        });
        List<Boolean> wasRead = new ArrayList<>();
        FakeNetwork network = FakeNetwork.of(1, tile -> {
            wasRead.add(isReached(lastRowsAreRead));
            return tile;
        });
        restore(plane, network);
        assertEquals(List.of(true, true), wasRead);
    }

    @Test
    void aFailureToReadAheadComesAsItIs() {
        IllegalStateException failure = new IllegalStateException("the file is gone");
        RandomAccessibleInterval<UnsignedShortType> plane = twoTiles(y -> {
            if (y >= 16) throw failure;
        });
        assertSame(failure, assertThrows(IllegalStateException.class, () -> restore(plane, FakeNetwork.identity(1))));
    }

    @Test
    void nothingIsReadAfterTheNetworkHasFailed() {
        CountDownLatch readingAhead = new CountDownLatch(1);
        AtomicInteger readings = new AtomicInteger();
        RandomAccessibleInterval<UnsignedShortType> plane = twoTiles(y -> {
            readings.incrementAndGet();
            if (y < 16) return;
            readingAhead.countDown();
            LockSupport.parkNanos(1_000_000); // for long enough to go on behind a failure
        });
        IllegalStateException failure = new IllegalStateException("the network failed");
        FakeNetwork network = FakeNetwork.of(1, tile -> {
            isReached(readingAhead);
            throw failure;
        });
        assertSame(failure, assertThrows(IllegalStateException.class, () -> restore(plane, network)));
        int read = readings.get();
        LockSupport.parkNanos(50_000_000);
        assertEquals(read, readings.get());
    }

    /** A plane of two tiles, of which one is a batch, that tells the row of each pixel that is read. */
    private static RandomAccessibleInterval<UnsignedShortType> twoTiles(IntConsumer reading) {
        return Views.interval(
                new FunctionRandomAccessible<>(
                        2,
                        (position, value) -> {
                            reading.accept(position.getIntPosition(1));
                            value.set(1 + position.getIntPosition(0));
                        },
                        UnsignedShortType::new),
                FinalInterval.createMinSize(0, 0, 16, 24));
    }

    private static void restore(RandomAccessibleInterval<UnsignedShortType> plane, FakeNetwork network) {
        new Restorer(network, RestoreOptions.defaults().withRange(ValueRangePolicy.TYPE))
                .restore(plane, Planes.NO_CHANNEL_AXIS, Progress.NONE);
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ten thousand million pixels, far more than an int counts, of which the tile in the last corner is looked at. */
    @Test
    void aPlaneMayHaveMorePixelsThanAnIntCounts() {
        int side = 100_000;
        RandomAccessibleInterval<UnsignedShortType> plane = Views.interval(
                new FunctionRandomAccessible<>(
                        2,
                        (position, value) -> value.set(
                                position.getIntPosition(0) - side + 1000 + position.getIntPosition(1) - side + 1000),
                        UnsignedShortType::new),
                FinalInterval.createMinSize(0, 0, side, side));
        FakeAffinities network = FakeAffinities.ofValues(FakeNetwork.identity(1).withTiling(new Tiling(512, 128, 8)));
        RestoreOptions options = RestoreOptions.defaults()
                .withRange(ValueRangePolicy.given(new ValueRange(0, 1)))
                .withRegion(Region.rectangle(side - 10, side - 10, 10, 10));
        new AffinitySurvey(network, options).of(plane, Planes.NO_CHANNEL_AXIS, Progress.NONE);
        assertEquals(1, network.alone().size());
        assertEquals(2 * 999, network.alone().get(0).at(0, 511, 511));
    }

    private void restore(ValueRangePolicy policy) {
        RandomAccessibleInterval<UnsignedShortType> stack = Views.interval(
                new FunctionRandomAccessible<>(
                        3,
                        (position, value) -> {
                            int plane = position.getIntPosition(2);
                            if (read.isEmpty() || read.get(read.size() - 1) != plane) read.add(plane);
                            value.set(position.getIntPosition(0) * 31 + position.getIntPosition(1) * 17);
                        },
                        UnsignedShortType::new),
                ArrayImgs.unsignedShorts(SIDE, SIDE, PLANES));
        new Restorer(FakeNetwork.identity(3), RestoreOptions.defaults().withRange(policy))
                .restore(stack, -1, Progress.NONE);
    }
}
