package io.github.ndrfiji.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of a network whose affinities are known. */
class AffinityMapperTest {

    private static final RestoreOptions UNIT =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1)));

    /** Sides below, at and above the tile's 16, multiples of 8 and not. */
    @ParameterizedTest
    @CsvSource({"1,1", "5,7", "16,16", "17,33", "40,9", "64,50"})
    void everyPixelGetsItsShares(int width, int height) {
        float[] values = noise(width * height);
        CollectedShares maps = new CollectedShares();
        RestoreReport report = new AffinityMapper(
                        FakeAffinities.ofValues(FakeNetwork.identity(1)), UNIT, AffinityLevel.MEAN)
                .map(ArrayImgs.floats(values, width, height), -1, maps, Progress.NONE);
        assertEquals(List.of("0/0"), maps.parts());
        List<float[][]> rows = maps.of("0/0");
        assertEquals(height, rows.size());
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                float[][] row = rows.get(y);
                assertEquals(values[y * width + x], row[0][x], 1e-6);
                assertEquals(1, row[0][x] + row[1][x], 1e-6);
            }
        assertEquals(0, report.samples());
    }

    @Test
    void planesAndChannelsAreMappedOneByOneOrTogether() {
        Img<FloatType> image = ArrayImgs.floats(noise(20 * 9 * 3 * 2), 20, 9, 3, 2);
        FakeAffinities network = FakeAffinities.ofValues(FakeNetwork.identity(3));
        CollectedShares apart = new CollectedShares();
        new AffinityMapper(network, UNIT, AffinityLevel.MEAN).map(image, 2, apart, Progress.NONE);
        assertEquals(List.of("0/0", "0/1", "0/2", "1/0", "1/1", "1/2"), apart.parts());
        for (int part = 0; part < 6; part++)
            assertEquals(
                    image.getAt(13, 4, part % 3, part / 3).get(),
                    apart.of(apart.parts().get(part)).get(4)[0][13],
                    1e-6);

        CollectedShares together = new CollectedShares();
        new AffinityMapper(network, UNIT.withRgb(true), AffinityLevel.MEAN).map(image, 2, together, Progress.NONE);
        assertEquals(List.of("0/0", "1/0"), together.parts());

        CollectedShares colour = new CollectedShares();
        new AffinityMapper(network, UNIT, AffinityLevel.MEAN)
                .map(ArrayImgs.argbs(new int[20 * 9], 20, 9), -1, colour, Progress.NONE);
        assertEquals(List.of("0/0"), colour.parts());
    }

    /** Both in one pass give what two passes give, and the network sees no tile twice. */
    @Test
    void aRestorationGivesTheSameMapsAndTheMapsTheSameRestoration() {
        Img<FloatType> image = ArrayImgs.floats(noise(50 * 37 * 2), 50, 37, 2);
        FakeNetwork fake = FakeNetwork.of(1, tile -> FakeNetwork.map(tile, value -> value / 2 + 0.1f));
        Img<FloatType> expected = ArrayImgs.floats(50, 37, 2);
        new Restorer(fake, UNIT).restoreInto(expected, image, -1, Progress.NONE);
        int tiles = fake.seen().size();
        FakeAffinities network = FakeAffinities.ofValues(fake);
        CollectedShares alone = new CollectedShares();
        new AffinityMapper(network, UNIT, AffinityLevel.MEAN).map(image, -1, alone, Progress.NONE);
        assertEquals(tiles, network.alone().size());

        Img<FloatType> restored = ArrayImgs.floats(50, 37, 2);
        CollectedShares maps = new CollectedShares();
        RestoreReport report = new AffinityMapper(network, UNIT, AffinityLevel.MEAN)
                .restoreInto(restored, image, -1, maps, Progress.NONE);

        assertEquals(2 * tiles, fake.seen().size());
        assertEquals(tiles, network.alone().size());
        assertEquals(50 * 37 * 2, report.samples());
        assertEquals(alone.parts(), maps.parts());
        for (String part : maps.parts())
            for (int y = 0; y < 37; y++)
                assertArrayEquals(alone.of(part).get(y), maps.of(part).get(y));
        assertArrayEquals(values(expected), values(restored));
    }

    /** The encoder is enough where there is nothing to restore. */
    @Test
    void constantPlanesAreMappedButNotRestored() {
        float[] half = new float[20 * 20];
        Arrays.fill(half, 0.25f);
        FakeAffinities network = FakeAffinities.ofValues(FakeNetwork.adding(1, 0.5f));
        Img<FloatType> restored = ArrayImgs.floats(20, 20);
        CollectedShares maps = new CollectedShares();
        new AffinityMapper(network, UNIT, AffinityLevel.MEAN)
                .restoreInto(restored, ArrayImgs.floats(half, 20, 20), -1, maps, Progress.NONE);
        assertEquals(0, network.network().seen().size());
        for (float value : values(restored)) assertEquals(0.25f, value);
        for (float[][] row : maps.of("0/0")) for (float share : row[0]) assertEquals(0.25, share, 1e-6);
    }

    /** Tiles of 16 begin at 0, 8, ... 48; the region touches those that begin at 0 and 8. */
    @Test
    void beyondTheTilesOfARegionThereIsNoNumber() {
        float[] values = noise(64 * 10);
        CollectedShares maps = new CollectedShares();
        new AffinityMapper(
                        FakeAffinities.ofValues(FakeNetwork.identity(1).withTiling(new Tiling(16, 8, 8))),
                        UNIT.withRegion(Region.rectangle(2, 3, 7, 2)),
                        AffinityLevel.MEAN)
                .map(ArrayImgs.floats(values, 64, 10), -1, maps, Progress.NONE);
        for (int y = 0; y < 10; y++)
            for (int x = 0; x < 64; x++) {
                float[][] row = maps.of("0/0").get(y);
                assertEquals(x < 24 ? values[y * 64 + x] : Float.NaN, row[0][x], 1e-5, "column " + x);
                assertEquals(x < 24 ? 1 : Float.NaN, row[0][x] + row[1][x], 1e-6);
            }
    }

    @Test
    void atScaleTwoTheMapsAreOnTheGridOfTheInput() {
        float[] values = noise(20 * 30);
        CollectedShares maps = new CollectedShares();
        Img<FloatType> restored = ArrayImgs.floats(40, 60);
        new AffinityMapper(FakeAffinities.ofValues(FakeNetwork.identity(1).twice()), UNIT, AffinityLevel.MEAN)
                .restoreInto(restored, ArrayImgs.floats(values, 20, 30), -1, maps, Progress.NONE);
        assertEquals(30, maps.of("0/0").size());
        assertEquals(20, maps.of("0/0").get(0)[0].length);
        assertEquals(values[7 * 20 + 11], maps.of("0/0").get(7)[0][11], 1e-6);
    }

    /** Shares that differ from tile to tile by up to 0.3, as those of a network that sees the whole tile may. */
    @Test
    void tilesThatDisagreeShowNoSeams() {
        Random random = new Random(3);
        FakeAffinities network = FakeAffinities.of(FakeNetwork.identity(1), 2, tile -> {
            float shift = random.nextFloat() * 0.3f;
            Patch shares = Patch.zeros(2, tile.height(), tile.width());
            int area = tile.height() * tile.width();
            for (int i = 0; i < area; i++) {
                shares.values()[i] = tile.values()[i] * 0.5f + shift;
                shares.values()[area + i] = 1 - shares.values()[i];
            }
            return shares;
        });
        CollectedShares maps = new CollectedShares();
        new AffinityMapper(network, UNIT, AffinityLevel.MEAN)
                .map(ArrayImgs.floats(noise(96 * 96), 96, 96), -1, maps, Progress.NONE);
        Patch first = Patch.zeros(1, 96, 96);
        for (int y = 0; y < 96; y++) System.arraycopy(maps.of("0/0").get(y)[0], 0, first.values(), y * 96, 96);
        double score = SeamScore.of(first, TileGrid.of(96, 96, FakeNetwork.SMALL));
        assertTrue(score < 1.05, "seam score " + score);
        for (float[][] row : maps.of("0/0"))
            for (int x = 0; x < 96; x++) assertEquals(1, (double) row[0][x] + row[1][x], 1e-6);
    }

    @Test
    void affinitiesThatAreNotFiniteAreAnError() {
        FakeAffinities network = FakeAffinities.of(
                FakeNetwork.identity(1), 1, tile -> FakeNetwork.map(tile, value -> Float.POSITIVE_INFINITY));
        AffinityMapper mapper = new AffinityMapper(network, UNIT, AffinityLevel.MEAN);
        Exception e = assertThrows(
                IllegalStateException.class,
                () -> mapper.map(ArrayImgs.floats(noise(64), 8, 8), -1, new CollectedShares(), Progress.NONE));
        assertTrue(e.getMessage().contains("not finite"), e.getMessage());
    }

    @Test
    void aCancelEndsItBeforeTheNextTile() {
        FakeAffinities network = FakeAffinities.ofValues(FakeNetwork.identity(1));
        Progress afterThree = new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public void log(String message) {}

            @Override
            public boolean isCancelled() {
                return network.alone().size() >= 3;
            }
        };
        AffinityMapper mapper = new AffinityMapper(network, UNIT, AffinityLevel.MEAN);
        assertThrows(
                CancellationException.class,
                () -> mapper.map(ArrayImgs.floats(noise(96 * 96), 96, 96), -1, new CollectedShares(), afterThree));
        assertEquals(3, network.alone().size());
    }

    @Test
    void theLevelsHaveNames() {
        for (String name : List.of("1", "2", "3", "mean"))
            assertEquals(name, AffinityLevel.parse(name).toString());
        Exception e = assertThrows(IllegalArgumentException.class, () -> AffinityLevel.parse("4"));
        assertEquals("There is no level '4'; use 1, 2, 3, mean.", e.getMessage());
    }

    /** By hand: centres of coarse pixels lie at 0.5, 2.5 of the fine ones' 0, 1, 2, 3. */
    @Test
    void coarserLevelsAreEnlargedBetweenTheCentresOfTheirPixels() {
        Patch coarse = new Patch(new float[] {0, 1}, 1, 1, 2);
        assertArrayEquals(
                new float[] {0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1},
                coarse.enlarged(2).values());
        Patch constant = new Patch(new float[] {0.3f, 0.3f, 0.3f, 0.3f}, 1, 2, 2);
        for (float value : constant.enlarged(4).values()) assertEquals(0.3f, value);
    }

    private static float[] noise(int count) {
        float[] values = new float[count];
        Random random = new Random(11);
        for (int i = 0; i < count; i++) values[i] = random.nextFloat();
        return values;
    }

    private static float[] values(Img<FloatType> image) {
        float[] values = new float[(int) image.size()];
        int i = 0;
        for (FloatType value : image) values[i++] = value.get();
        return values;
    }
}
