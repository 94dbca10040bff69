package io.github.ndrfiji.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.ToldProgress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An image of 4 x 3 tiles of 16 pixels, through a network whose device has too little memory. */
class MemoryLadderTest {

    private static final int WIDTH = 49;
    private static final int HEIGHT = 33;
    private static final long TILE = 16 * 16;
    private static final long ENOUGH = Long.MAX_VALUE;
    private static final RestoreOptions OPTIONS =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1)));

    /** Looks at each pixel alone, so that tiles of any size give the same. */
    private static final UnaryOperator<Patch> BY_PIXEL = tile -> FakeNetwork.map(tile, value -> value * value);

    private static final UnaryOperator<Patch> BY_TILE =
            tile -> FakeNetwork.map(tile, value -> value * FakeNetwork.mean(tile));

    private final List<String> log = new ArrayList<>();
    private final Progress progress = new ToldProgress(log);

    /** Everything that goes through tiles, as a list of numbers. */
    private enum Use {
        RESTORE(MemoryLadderTest::restored),
        MAP(MemoryLadderTest::mapped),
        RESTORE_AND_MAP(MemoryLadderTest::restoredAndMapped),
        TRANSFER(MemoryLadderTest::transferred);

        private final Working work;

        Use(Working work) {
            this.work = work;
        }
    }

    private interface Working {
        RestoreReport on(ScarceNetwork network, List<Double> target, Progress progress);
    }

    private RestoreReport use(Use use, ScarceNetwork network, List<Double> target) {
        return use.work.on(network, target, progress);
    }

    @ParameterizedTest
    @EnumSource(Use.class)
    void aSmallerBatchGivesTheSameBitForBit(Use use) {
        List<Double> expected = new ArrayList<>();
        use(use, ScarceNetwork.onGpu(BY_TILE, ENOUGH, ENOUGH), expected);
        ScarceNetwork scarce = ScarceNetwork.onGpu(BY_TILE, 3 * TILE, ENOUGH);
        List<Double> actual = new ArrayList<>();
        RestoreReport report = use(use, scarce, actual);
        assertEquals(expected, actual);
        assertEquals(Collections.nCopies(6, "2 x 16"), scarce.worked());
        assertEquals("gpu:0", report.device());
        assertEquals(List.of(), report.concessions());
        assertEquals(
                List.of(
                        "The device gpu:0 has too little memory for 8 tiles at once; 4 at a time from here on.",
                        "The device gpu:0 has too little memory for 4 tiles at once; 2 at a time from here on."),
                log);
    }

    @ParameterizedTest
    @EnumSource(Use.class)
    void theProcessorTakesOverFromAGpuWithoutRoomForATile(Use use) {
        List<Double> expected = new ArrayList<>();
        use(use, ScarceNetwork.onGpu(BY_TILE, ENOUGH, ENOUGH), expected);
        ScarceNetwork scarce = ScarceNetwork.onGpu(BY_TILE, TILE - 1, ENOUGH).after(1);
        List<Double> actual = new ArrayList<>();
        RestoreReport report = use(use, scarce, actual);
        assertEquals(expected, actual);
        assertEquals(List.of("8 x 16", "4 x 16"), scarce.worked(), "as many at once as the processor takes");
        assertEquals("gpu:0, then cpu", report.device());
        String told =
                "The device gpu:0 has too little memory for a tile of 16 x 16 pixels; the processor does the rest,"
                        + " which takes longer.";
        assertEquals(List.of(told), report.concessions());
        assertEquals(told, log.get(log.size() - 1));
    }

    @ParameterizedTest
    @EnumSource(Use.class)
    void smallerTilesAreTheLastResort(Use use) {
        List<Double> expected = new ArrayList<>();
        use(use, ScarceNetwork.onGpu(BY_PIXEL, ENOUGH, ENOUGH), expected);
        ScarceNetwork scarce = ScarceNetwork.onGpu(BY_PIXEL, TILE - 1, TILE - 1).after(1);
        List<Double> actual = new ArrayList<>();
        RestoreReport report = use(use, scarce, actual);
        assertArrayEquals(array(expected), array(actual), 1e-5);
        assertEquals("8 x 16", scarce.worked().get(0)); // kept
        // Tiles of 8 pixels that overlap by 5 / 2: three along each side of 16
        assertEquals(
                Collections.nCopies(4 * 9, "1 x 8"),
                scarce.worked().subList(1, scarce.worked().size()));
        assertEquals("gpu:0, then cpu", report.device());
        assertEquals(2, report.concessions().size());
        assertEquals(
                "The device cpu has too little memory for a tile of 16 x 16 pixels; ATTENTION: the rest is done in tiles of"
                        + " 8 x 8, which changes the result. Close other programs and do it again for the model's own"
                        + " result.",
                report.concessions().get(1));
        assertTrue(log.containsAll(report.concessions()));
    }

    @Test
    void smallerTilesChangeTheResultOfANetworkThatLooksAtTheWholeTile() {
        List<Double> expected = new ArrayList<>();
        use(Use.RESTORE, ScarceNetwork.onProcessor(BY_TILE, ENOUGH), expected);
        List<Double> actual = new ArrayList<>();
        use(Use.RESTORE, ScarceNetwork.onProcessor(BY_TILE, TILE - 1), actual);
        assertNotEquals(expected, actual);
    }

    @Test
    void aGpuWhoseComputerHasNoMemoryEitherTakesSmallerTiles() {
        ScarceNetwork scarce = ScarceNetwork.onGpu(BY_PIXEL, TILE - 1, 0);
        RestoreReport report = use(Use.RESTORE, scarce, new ArrayList<>());
        assertEquals("gpu:0", report.device());
        assertTrue(
                report.concessions().get(0).contains("gpu:0"),
                report.concessions().toString());
        assertEquals(12 * 9, scarce.worked().size());
    }

    @Test
    void theMeansOfSmallerTilesAreThoseOfTheTile() {
        Function<ScarceNetwork, List<PlaneAffinities>> survey =
                network -> new AffinitySurvey(network, OPTIONS).of(image(), Planes.NO_CHANNEL_AXIS, progress);
        List<Double> expected = survey.apply(ScarceNetwork.onProcessor(BY_PIXEL, ENOUGH))
                .get(0)
                .affinities()
                .levels()
                .get(0);
        List<Double> actual = survey.apply(ScarceNetwork.onProcessor(BY_PIXEL, TILE - 1))
                .get(0)
                .affinities()
                .levels()
                .get(0);
        // Overlapping pixels count more than once, and the image is a ramp over the tile
        assertArrayEquals(array(expected), array(actual), 0.01);
        assertEquals(1, actual.get(0) + actual.get(1), 1e-6);
    }

    @Test
    void whatCannotBeDoneAtAllFailsAsTheEngineDid() {
        ScarceNetwork scarce = ScarceNetwork.onGpu(BY_PIXEL, 8 * 8 - 1, 8 * 8 - 1);
        EngineException told = assertThrows(EngineException.class, () -> use(Use.RESTORE, scarce, new ArrayList<>()));
        assertTrue(told.getMessage().contains("DefaultCPUAllocator"), told.getMessage());
        assertEquals(List.of(), scarce.worked());
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        EngineException wrong = new EngineException("The size of tensor a (3) must match the size of tensor b (4)");
        ScarceNetwork failing = ScarceNetwork.onGpu(
                tile -> {
                    throw wrong;
                },
                ENOUGH,
                ENOUGH);
        assertEquals(wrong, assertThrows(EngineException.class, () -> use(Use.RESTORE, failing, new ArrayList<>())));
        assertEquals(List.of(), log);
    }

    // Helpers

    private static ArrayImg<FloatType, FloatArray> image() {
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) values[i] = i % WIDTH / (float) WIDTH;
        return ArrayImgs.floats(values, WIDTH, HEIGHT);
    }

    private static RestoreReport restored(ScarceNetwork network, List<Double> target, Progress progress) {
        ArrayImg<FloatType, FloatArray> result = ArrayImgs.floats(WIDTH, HEIGHT);
        RestoreReport report =
                new Restorer(network, OPTIONS).restoreInto(result, image(), Planes.NO_CHANNEL_AXIS, progress);
        result.forEach(value -> target.add((double) value.get()));
        return report;
    }

    private static RestoreReport mapped(ScarceNetwork network, List<Double> target, Progress progress) {
        return new AffinityMapper(network, OPTIONS, AffinityLevel.MEAN)
                .map(image(), Planes.NO_CHANNEL_AXIS, sink(target), progress);
    }

    private static RestoreReport restoredAndMapped(ScarceNetwork network, List<Double> target, Progress progress) {
        ArrayImg<FloatType, FloatArray> result = ArrayImgs.floats(WIDTH, HEIGHT);
        RestoreReport report = new AffinityMapper(network, OPTIONS, AffinityLevel.MEAN)
                .restoreInto(result, image(), Planes.NO_CHANNEL_AXIS, sink(target), progress);
        result.forEach(value -> target.add((double) value.get()));
        return report;
    }

    private static AffinitySink sink(List<Double> target) {
        return (plane, group) -> (y, shares) -> {
            for (float[] share : shares) for (float value : share) target.add((double) value);
        };
    }

    private static RestoreReport transferred(ScarceNetwork network, List<Double> target, Progress progress) {
        ArrayImg<FloatType, FloatArray> result = ArrayImgs.floats(WIDTH, HEIGHT);
        Planes planes = Planes.of(image(), Planes.NO_CHANNEL_AXIS);
        Reference reference = new Reference(planes, List.of(new ValueRange(0, 1)));
        RestoreReport report = new DegradationTransfer(network)
                .transferInto(Planes.of(result, Planes.NO_CHANNEL_AXIS), planes, reference, OPTIONS, progress);
        result.forEach(value -> target.add((double) value.get()));
        return report;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
