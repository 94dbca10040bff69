package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HazeTest {

    /** With exp(-beta) = 1/4: t = 1 at depth 0, 1/2 at depth 1/2, 1/4 at depth 1. */
    @Test
    void followsTheScatteringModel() {
        Patch clean = new Patch(new float[] {0.2f, 0.2f, 0.2f, 1, 1, 1}, 2, 1, 3);
        Patch hazy = new Haze(Math.log(4), 0.8, 0, 0).through(clean, new float[] {0, 0.5f, 1});
        assertArrayEquals(new float[] {0.2f, 0.5f, 0.65f, 1, 0.9f, 0.85f}, hazy.values(), 1e-6f);
    }

    @RepeatedTest(8)
    void depthGoesFromNearToOne(RepetitionInfo repetition) {
        float[] depth = new Haze(1, 1, 0.3, relief(repetition))
                .depth(20, 50, new SplittableRandom(repetition.getCurrentRepetition()));
        float min = 2;
        float max = 0;
        for (float d : depth) {
            min = Math.min(min, d);
            max = Math.max(max, d);
        }
        assertEquals(0.3f, min, 1e-6f);
        assertEquals(1, max, 1e-6f);
    }

    /** From pixel to pixel a ramp over 100 changes by 1/100, a field of at most 6 knots by less than 0.2. */
    @RepeatedTest(8)
    void depthIsSmooth(RepetitionInfo repetition) {
        float[] depth = new Haze(1, 1, 0, relief(repetition))
                .depth(100, 100, new SplittableRandom(repetition.getCurrentRepetition()));
        for (int i = 100; i < depth.length; i++) assertTrue(Math.abs(depth[i] - depth[i - 100]) < 0.2);
    }

    private static double relief(RepetitionInfo repetition) {
        return repetition.getCurrentRepetition() % 3 / 2.0;
    }

    /** I - A = (J - A) t: the depth follows from any two scenes seen through the same haze. */
    @Test
    void allChannelsAreSeenThroughTheSameDepth() {
        Haze haze = new Haze(1.3, 0.9, 0.2, 0.6);
        float[] depth = haze.depth(40, 30, new SplittableRandom(4));
        Patch hazy = haze.apply(Patches.textured(40, 30), new SplittableRandom(4));
        for (int i = 0; i < hazy.values().length; i++) {
            double t = Math.exp(-1.3 * depth[i % depth.length]);
            assertEquals(Patches.textured(40, 30).values()[i] * t + 0.9 * (1 - t), hazy.values()[i], 1e-6);
        }
    }

    /** A ramp alone is a plane, whose mixed second difference is 0; with a field it is none. */
    @Test
    void reliefBendsARamp() {
        SplittableRandom seeds = new SplittableRandom(1);
        long seed = seeds.longs(100)
                .filter(s -> new SplittableRandom(s).nextBoolean())
                .findFirst()
                .orElseThrow();
        assertEquals(0, bend(0, seed), 1e-4);
        assertTrue(bend(0.3, seed) > 0.1, "bend " + bend(0.3, seed));
        assertTrue(bend(1, seed) > bend(0.3, seed));
    }

    private static double bend(double relief, long seed) {
        float[] depth = new Haze(1, 1, 0, relief).depth(60, 60, new SplittableRandom(seed));
        double sum = 0;
        for (int y = 0; y < 50; y++)
            for (int x = 0; x < 50; x++) {
                int i = y * 60 + x;
                sum = Math.max(sum, Math.abs(depth[i] - depth[i + 10] - depth[i + 600] + depth[i + 610]));
            }
        return sum;
    }

    /** The numbers that were there before relief are drawn first, and nothing for it: old seeds give old results. */
    @Test
    void withoutReliefNothingIsDrawnForIt() {
        SplittableRandom random = new SplittableRandom(9);
        SplittableRandom old = new SplittableRandom(9);
        Degradation drawn = DegradationRange.parse("haze:0.3-2").draw(random);
        old.nextInt(1);
        double beta = 0.3 + (2 - 0.3) * old.nextDouble();
        double airlight = old.nextInt(2) == 0 ? 1 : 0.7 + (1 - 0.7) * old.nextDouble();
        old.nextInt(1);
        double near = 0.1 + (0.9 - 0.1) * old.nextDouble();
        assertEquals(List.of(beta, airlight, near, 0.0), drawn.values());
        assertEquals(old.nextLong(), random.nextLong());
    }

    @Test
    void aSinglePixelLiesAtTheFarthestPoint() {
        Patch hazy = new Haze(Math.log(2), 1, 0.3, 0).apply(Patch.zeros(1, 1, 1), new SplittableRandom(1));
        assertEquals(0.5f, hazy.at(0, 0, 0), 1e-6f);
    }
}
