package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HazeTest {

    /** With exp(-beta) = 1/4: t = 1 at depth 0, 1/2 at depth 1/2, 1/4 at depth 1. */
    @Test
    void followsTheScatteringModel() {
        Patch clean = new Patch(new float[] {0.2f, 0.2f, 0.2f, 1, 1, 1}, 2, 1, 3);
        Patch hazy = new Haze(Math.log(4), 0.8, 0).through(clean, new float[] {0, 0.5f, 1});
        assertArrayEquals(new float[] {0.2f, 0.5f, 0.65f, 1, 0.9f, 0.85f}, hazy.values(), 1e-6f);
    }

    @RepeatedTest(8)
    void depthGoesFromNearToOne(RepetitionInfo repetition) {
        float[] depth = new Haze(1, 1, 0.3).depth(20, 50, new SplittableRandom(repetition.getCurrentRepetition()));
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
        float[] depth = new Haze(1, 1, 0).depth(100, 100, new SplittableRandom(repetition.getCurrentRepetition()));
        for (int i = 100; i < depth.length; i++) assertTrue(Math.abs(depth[i] - depth[i - 100]) < 0.2);
    }

    @Test
    void aSinglePixelLiesAtTheFarthestPoint() {
        Patch hazy = new Haze(Math.log(2), 1, 0.3).apply(Patch.zeros(1, 1, 1), new SplittableRandom(1));
        assertEquals(0.5f, hazy.at(0, 0, 0), 1e-6f);
    }
}
