package io.github.ndrfiji.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.AffinityNetwork;
import io.github.ndrfiji.restore.MappedTile;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.restore.RestoredTile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** Means of shares that are known: v/2, 1/2 - v/2, 1/8 and 3/8 for a pixel of value v. */
class RegionSharesTest {

    private static final RestoreOptions UNIT =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1)));
    private static final double LOG2_8_3 = Math.log(8 / 3.0) / Math.log(2);

    /** Left half 0, right half 0.8: shares 0, 1/2, 1/8, 3/8 and 0.4, 0.1, 1/8, 3/8. */
    private final Img<FloatType> halves = halves(40, 30);

    @Test
    void eachRegionHasItsOwnMeans() {
        List<List<PlaneShares>> measured = measure(
                halves,
                Region.rectangle(0, 0, 20, 30),
                Region.rectangle(20, 0, 20, 30),
                Region.rectangle(15, 10, 10, 4), // half and half
                Region.masked(19, 0, 2, 2, new boolean[] {true, false, true, false}));

        assertMeans(measured.get(0).get(0), 600, 0);
        assertMeans(measured.get(1).get(0), 600, 0.8);
        assertMeans(measured.get(2).get(0), 40, 0.4);
        assertMeans(measured.get(3).get(0), 2, 0);
        assertEquals(2, measured.get(0).get(0).dominant());
        assertEquals(1, measured.get(1).get(0).dominant());
        assertEquals(4, measured.get(2).get(0).dominant());
        assertEquals(0.5 + 3 / 8.0 + 3 / 8.0 * LOG2_8_3, measured.get(0).get(0).entropy(), 1e-6);
        assertEquals(List.of(0.5, 0.5, 0.0, 0.0), measured.get(2).get(0).dominance());
    }

    @Test
    void whatLiesOutsideDoesNotCount() {
        List<List<PlaneShares>> measured =
                measure(halves, Region.rectangle(-5, -5, 10, 10), Region.rectangle(38, 28, 9, 9), outside());

        assertMeans(measured.get(0).get(0), 25, 0);
        assertMeans(measured.get(1).get(0), 4, 0.8);
        PlaneShares none = measured.get(2).get(0);
        assertEquals(0, none.pixels());
        assertEquals(0, none.dominant());
        assertTrue(Double.isNaN(none.entropy()) && Double.isNaN(none.shares().get(0)));
    }

    /** The network sees the mean of the tile in their place, 0.4 here; that is no measurement. */
    @Test
    void pixelsWithoutANumberDoNotCount() {
        halves.getAt(3, 0).set(Float.NaN);
        halves.getAt(5, 7).set(Float.POSITIVE_INFINITY);

        List<List<PlaneShares>> measured =
                measure(halves, Region.rectangle(0, 0, 20, 30), Region.rectangle(3, 0, 1, 1));

        assertMeans(measured.get(0).get(0), 598, 0);
        assertEquals(0, measured.get(1).get(0).pixels());
    }

    /** Two channels, three slices; the value of plane p in channel c is (2p + c) / 10. */
    @Test
    void planesAndChannelsAreMeasuredOneByOne() {
        Img<FloatType> stack = ArrayImgs.floats(9, 8, 2, 3);
        for (int z = 0; z < 3; z++)
            for (int c = 0; c < 2; c++)
                for (int y = 0; y < 8; y++)
                    for (int x = 0; x < 9; x++) stack.getAt(x, y, c, z).set((2 * z + c) / 10f);

        List<PlaneShares> measured = new RegionShares(new FourShares(1, 1), UNIT, AffinityLevel.MEAN)
                .of(stack, 2, List.of(Region.rectangle(0, 0, 4, 4)), Progress.NONE)
                .get(0);

        assertEquals(6, measured.size());
        for (int i = 0; i < 6; i++) {
            assertEquals(i / 2, measured.get(i).plane());
            assertEquals(i % 2, measured.get(i).group());
            assertMeans(measured.get(i), 16, i / 10.0);
        }
    }

    @Test
    void theNetworkSeesEveryTileOnceHoweverManyRegionsThereAre() {
        Counting one = new Counting(new ArrayList<>());
        Counting many = new Counting(new ArrayList<>());
        List<Region> thousand = new ArrayList<>(Collections.nCopies(1000, Region.rectangle(7, 3, 20, 20)));

        new RegionShares(one, UNIT, AffinityLevel.MEAN).of(halves, -1, List.of(outside()), Progress.NONE);
        var measured = new RegionShares(many, UNIT, AffinityLevel.MEAN).of(halves, -1, thousand, Progress.NONE);

        assertEquals(1000, measured.size());
        assertEquals(measured.get(0), measured.get(999));
        assertEquals(one.tiles().size(), many.tiles().size());
    }

    private static Region outside() {
        return Region.rectangle(100, 100, 5, 5);
    }

    /** That they are the means of v/2 and so on for a mean v. */
    private static void assertMeans(PlaneShares measured, long pixels, double v) {
        assertEquals(pixels, measured.pixels());
        double[] expected = {v / 2, 0.5 - v / 2, 0.125, 0.375};
        for (int n = 0; n < 4; n++) assertEquals(expected[n], measured.shares().get(n), 1e-6);
    }

    private static List<List<PlaneShares>> measure(Img<FloatType> image, Region... regions) {
        return new RegionShares(new FourShares(1, 1), UNIT, AffinityLevel.MEAN)
                .of(image, -1, List.of(regions), Progress.NONE);
    }

    private static Img<FloatType> halves(int width, int height) {
        Img<FloatType> image = ArrayImgs.floats(width, height);
        for (int y = 0; y < height; y++)
            for (int x = width / 2; x < width; x++) image.getAt(x, y).set(0.8f);
        return image;
    }

    /** Remembers what it saw. */
    private record Counting(List<Patch> tiles) implements AffinityNetwork {

        private static final FourShares SHARES = new FourShares(1, 1);

        @Override
        public List<Patch> affinities(List<Patch> given, AffinityLevel level) {
            tiles.addAll(given);
            return SHARES.affinities(given, level);
        }

        @Override
        public int learned() {
            return SHARES.learned();
        }

        @Override
        public String model() {
            return SHARES.model();
        }

        @Override
        public String device() {
            return SHARES.device();
        }

        @Override
        public Tiling tiling() {
            return SHARES.tiling();
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int scale() {
            return 1;
        }

        @Override
        public List<RestoredTile> restore(List<Patch> given) {
            throw new UnsupportedOperationException("Nothing is to be restored.");
        }

        @Override
        public List<MeanAffinities> meanAffinities(List<Patch> tiles) {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public List<MappedTile> restoreMapped(List<Patch> given, AffinityLevel level) {
            throw new UnsupportedOperationException("Nothing is to be restored.");
        }
    }
}
