package io.github.ndrfiji.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.JniUtils;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.benchmark.OwnJvm;
import io.github.ndrfiji.benchmark.ResidentMemory;
import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.NativeArrays;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tiles through a real network with random weights. */
class ModelTilesTest {

    private static final int CONTEXT = 32;
    private static final Device CPU = Device.cpu();

    private final NdrModel model = NdrModel.open(RandomModel.bundle(NetworkConfig.tiny(1), CONTEXT, 8), CPU);
    private final ModelTiles tiles = new ModelTiles(model);

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void saysWhatTheModelIs() {
        assertEquals("random", tiles.model());
        assertEquals("cpu", tiles.device());
        assertEquals(1, tiles.channels());
        assertEquals(1, tiles.scale());
        assertEquals(new Tiling(CONTEXT, 8, 8), tiles.tiling());
    }

    @Test
    void restoresWhatTheNetworkRestores() {
        Patch tile = noise(16, 24);
        assertEquals(direct(tile), tiles.restore(List.of(tile)).get(0).image());
    }

    @Test
    void tilesOfOneCallDoNotKnowEachOther() {
        List<Patch> five = IntStream.range(0, 5)
                .mapToObj(i -> FakeNetwork.map(noise(16, 24), v -> v / (i + 1)))
                .toList();
        List<RestoredTile> restored = tiles.restore(five);
        List<MappedTile> mapped = tiles.restoreMapped(five, AffinityLevel.FIRST);
        List<Patch> affinities = tiles.affinities(five, AffinityLevel.FIRST);
        List<MeanAffinities> means = tiles.meanAffinities(five);
        assertEquals(5, affinities.stream().distinct().count());
        for (int i = 0; i < 5; i++) {
            List<Patch> alone = List.of(five.get(i));
            assertClose(direct(five.get(i)), restored.get(i).image());
            assertEquals(restored.get(i).image(), mapped.get(i).image());
            assertEquals(affinities.get(i), mapped.get(i).affinities());
            assertClose(tiles.affinities(alone, AffinityLevel.FIRST).get(0), affinities.get(i));
            List<Double> mean = tiles.meanAffinities(alone).get(0).levels().get(0);
            for (int n = 0; n < mean.size(); n++)
                assertEquals(mean.get(n), means.get(i).levels().get(0).get(n), 1e-5);
        }
    }

    /** An operation on more or fewer cores may round otherwise. */
    private static void assertClose(Patch expected, Patch actual) {
        assertArrayEquals(expected.values(), actual.values(), 1e-5f);
    }

    @Test
    void degradesAsTheNetworksDo() {
        Patch clean = noise(16, 24);
        List<Patch> degraded = List.of(noise(16, 24), FakeNetwork.map(clean, v -> 1 - v));
        float[][] expected = new float[2][];
        try (Scope scope = Scope.on(CPU)) {
            for (int i = 0; i < 2; i++) {
                Tensor x = Images.batch(List.of(degraded.get(i).values()), 1, 16, 24);
                Tensor y = Images.batch(List.of(clean.values()), 1, 16, 24);
                Tensor answer = model.networks()
                        .degrad()
                        .forward(y, model.networks().restore(x).degradations());
                expected[i] = Images.split(answer).get(0);
            }
        }
        long tensors = Scope.liveTensors();
        List<Patch> answers = tiles.transfer(List.of(clean, clean), degraded);
        assertEquals(tensors, Scope.liveTensors());
        for (int i = 0; i < 2; i++)
            assertArrayEquals(expected[i], answers.get(i).values(), 1e-5f); // which may round otherwise
        assertNotEquals(answers.get(0), answers.get(1));
    }

    @Test
    void givesTilesOfTwiceTheSidesForAModelOfScaleTwo() {
        try (NdrModel twice =
                NdrModel.open(RandomModel.bundle(NetworkConfig.tiny(1).withScale(2), CONTEXT, 8), CPU)) {
            List<RestoredTile> restored = new ModelTiles(twice).restore(List.of(noise(8, 16), noise(8, 16)));
            assertEquals(2, restored.size());
            for (RestoredTile tile : restored) {
                assertEquals(16, tile.image().height());
                assertEquals(32, tile.image().width());
            }
        }
    }

    @Test
    void leavesTheTilesAsTheyAre() {
        Patch tile = noise(8, 8);
        float[] before = tile.values().clone();
        tiles.restore(List.of(tile));
        assertArrayEquals(before, tile.values());
    }

    @Test
    void oneHundredTilesLeaveNoNativeArray() {
        List<Patch> batch = List.of(noise(CONTEXT, CONTEXT), noise(CONTEXT, CONTEXT));
        long tensors = Scope.liveTensors();
        int arrays = NativeArrays.live(CPU);
        for (int i = 0; i < 50; i++) {
            tiles.restore(batch);
            tiles.affinities(batch, AffinityLevel.MEAN);
            tiles.restoreMapped(batch, AffinityLevel.THIRD);
            assertEquals(tensors, Scope.liveTensors());
            assertEquals(arrays, NativeArrays.live(CPU));
        }
    }

    /** One tensor with the network's 16 channels, left behind by each tile, would take 25 MiB. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void oneHundredTilesLeaveNativeMemoryFlat() throws IOException, InterruptedException {
        long grown = Long.parseLong(OwnJvm.run("128m", Growth.class));
        assertTrue(grown < 12 << 20, "memory grew by " + grown + " bytes");
    }

    /** Prints by how many bytes the process grows over 100 tiles. */
    static final class Growth {
        public static void main(String[] args) throws IOException, InterruptedException {
            try (NdrModel model = NdrModel.open(RandomModel.bundle(NetworkConfig.tiny(1), CONTEXT, 8), CPU)) {
                ModelTiles tiles = new ModelTiles(model);
                List<Patch> tile = List.of(noise(64, 64), noise(64, 64));
                for (int i = 0; i < 20; i++) tiles.restore(tile);
                Torch.giveBackMemory();
                long before = ResidentMemory.now();
                for (int i = 0; i < 50; i++) tiles.restore(tile);
                Torch.giveBackMemory();
                System.out.println(ResidentMemory.now() - before);
            }
        }
    }

    @Test
    void worksOnAFreshThreadAndLeavesItsRecordingAsItWas() throws InterruptedException, ExecutionException {
        Patch tile = noise(16, 16);
        FutureTask<Patch> task = new FutureTask<>(() -> {
            assertTrue(JniUtils.isGradMode(), "the engine records by default; else this test shows nothing");
            Patch restored = tiles.restore(List.of(tile)).get(0).image();
            assertTrue(JniUtils.isGradMode());
            return restored;
        });
        new Thread(task).start();
        assertEquals(direct(tile), task.get());
    }

    @Test
    void anImageOfOneTileIsRestoredAsTheNetworkRestoresIt() {
        Patch tile = noise(24, CONTEXT);
        Img<FloatType> image = ArrayImgs.floats(tile.values(), CONTEXT, 24);
        RestoreOptions options = RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1)));
        Restored<FloatType> restored =
                new Restorer(tiles, options).restore(image, Planes.NO_CHANNEL_AXIS, Progress.NONE);
        assertEquals(1, restored.report().tiles());
        float[] expected = direct(tile).values();
        int i = 0;
        // The change is taken in 32 bits and added again: two roundings.
        for (FloatType value : restored.image()) assertEquals(expected[i++], value.get(), 1e-6);
    }

    /** The affinities of an image of one tile, taken pixel by pixel from the tensors of the whole network. */
    @ParameterizedTest
    @EnumSource(AffinityLevel.class)
    void anImageOfOneTileIsMappedAsTheNetworkRecognisesIt(AffinityLevel level) {
        Patch tile = noise(24, CONTEXT);
        Img<FloatType> image = ArrayImgs.floats(tile.values(), CONTEXT, 24);
        RestoreOptions options = RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1)));
        AffinityMapper mapper = new AffinityMapper(tiles, options, level);
        CollectedShares alone = new CollectedShares();
        mapper.map(image, Planes.NO_CHANNEL_AXIS, alone, Progress.NONE);
        CollectedShares both = new CollectedShares();
        mapper.restoreInto(ArrayImgs.floats(CONTEXT, 24), image, Planes.NO_CHANNEL_AXIS, both, Progress.NONE);

        int n = tiles.learned();
        assertEquals(NetworkConfig.tiny(1).n(), n);
        List<Patch> levels = affinities(tile);
        for (int y = 0; y < 24; y++)
            for (int x = 0; x < CONTEXT; x++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    double expected = 0;
                    for (int l : level.levels())
                        expected += levels.get(l).enlarged(1 << l).at(i, y, x)
                                / level.levels().size();
                    float share = alone.of("0/0").get(y)[i][x];
                    assertEquals(expected, share, 1e-6);
                    assertEquals(share, both.of("0/0").get(y)[i][x]);
                    sum += share;
                }
                assertEquals(1, sum, 1e-5);
            }
    }

    private List<Patch> affinities(Patch tile) {
        try (Scope scope = Scope.on(CPU)) {
            Tensor x = Images.batch(List.of(tile.values()), 1, tile.height(), tile.width());
            return model.networks().restore(x).affinities().stream()
                    .map(s -> new Patch(Images.split(s).get(0), s.size(3), s.size(1), s.size(2)))
                    .toList();
        }
    }

    private Patch direct(Patch tile) {
        try (Scope scope = Scope.on(CPU)) {
            Tensor x = Images.batch(List.of(tile.values()), 1, tile.height(), tile.width());
            float[] restored = Images.split(model.networks().restore(x).image()).get(0);
            return new Patch(restored, 1, tile.height(), tile.width());
        }
    }

    private static Patch noise(int height, int width) {
        SplittableRandom random = new SplittableRandom(height);
        Patch patch = Patch.zeros(1, height, width);
        for (int i = 0; i < patch.values().length; i++) patch.values()[i] = (float) random.nextDouble();
        return patch;
    }
}
