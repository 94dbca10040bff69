package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchworkTest {

    private static Patch filled(int side, float value) {
        Patch patch = Patch.zeros(2, side, side);
        Arrays.fill(patch.values(), value);
        return patch;
    }

    private static Pair pair(String kind, int side, int scale, float value) {
        return new Pair(filled(side, value), filled(side * scale, 10 * value), kind, kind + ".png");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void eachPixelComesFromThePairOfItsKind(int scale) {
        Map<String, Integer> lines = new TreeMap<>();
        for (int seed = 0; seed < 100; seed++) {
            Pair pair =
                    Patchwork.of(pair("noise", 24, scale, 1), pair("haze", 24, scale, 2), new SplittableRandom(seed));
            Pair.OtherPart part = pair.other().orElseThrow();
            lines.merge((part.below() ? "row " : "column ") + part.from(), 1, Integer::sum);
            for (int y = 0; y < 24; y++)
                for (int x = 0; x < 24; x++) {
                    boolean beyond = (part.below() ? y : x) >= part.from();
                    assertEquals(beyond ? "haze" : "noise", pair.kindAt(x, y));
                    for (int c = 0; c < 2; c++) {
                        assertEquals(beyond ? 2 : 1, pair.degraded().at(c, y, x));
                        assertEquals(beyond ? 20 : 10, pair.clean().at(c, y * scale, (x + 1) * scale - 1));
                    }
                }
        }
        // lines that the network's halvings keep: multiples of 8 inside
        assertEquals("[column 16, column 8, row 16, row 8]", lines.keySet().toString());
        assertTrue(lines.values().stream().allMatch(count -> count > 10), lines.toString());
    }

    @Test
    void aPatchWithoutRoomForALineRemains() {
        Pair small = pair("noise", 8, 1, 1);
        assertSame(small, Patchwork.of(small, pair("haze", 8, 1, 2), new SplittableRandom(1)));
    }

    @Test
    void aMixtureMakesAsManyAsItIsTold() throws IOException {
        Mixture mixture = new Mixture(Stream.of("noise:10", "clean")
                .map(kind -> new Mixture.Part(
                        Source.synthetic(new Scenes("scenes", 4, 1, 24), DegradationRange.parse(kind), 1, 0), 1))
                .toList());
        TrainSettings settings = TrainSettings.of(io.github.ndrfiji.network.NetworkConfig.tiny(1), 10)
                .with(Map.of("crop", "16", "patchwork", "0.3", "batch", "1000"));
        long joined = mixture.batch(settings, 0).pairs().stream()
                .filter(pair -> pair.other().isPresent())
                .count();
        // 300 are expected, with a standard deviation of sqrt(1000 * 0.3 * 0.7) = 14.5
        assertEquals(300, joined, 3 * 14.5);
        assertEquals(mixture.batch(settings, 3), mixture.batch(settings, 3));
    }
}
