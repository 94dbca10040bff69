package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DegradationTest {

    private static Patch degrade(String text, Patch clean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return DegradationRange.parse(text).draw(random).apply(clean, random);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean",
                "noise:25",
                "poisson:50,read=2",
                "rain:1",
                "stripes:20",
                "haze:1",
                "haze:1,relief=0.5",
                "saltpepper:0.1",
                "background:0.3",
                "defocus:3",
                "blur:1.5",
                "motion:10",
                "jpeg:30",
                "lowres:2",
                "downsample:2"
            })
    void repeatsItselfBitForBitAndLeavesItsInputAlone(String text) {
        Patch clean = Patches.textured(48, 64);

        Patch degraded = degrade(text, clean, 7);

        assertEquals(degraded, degrade(text, clean, 7));
        assertEquals(Patches.textured(48, 64), clean);
        assertNotSame(clean.values(), degraded.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"noise:25", "poisson:50", "rain:1", "stripes:20", "haze:1", "saltpepper:0.1", "background:0.3"})
    void differsFromSeedToSeed(String text) {
        Patch clean = Patches.textured(48, 64);
        assertNotEquals(degrade(text, clean, 7), degrade(text, clean, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise:25", "poisson:50", "rain:1,screen=0", "stripes:20", "background:0.3"})
    void doesNotClip(String text) {
        Patch degraded = degrade(text, Patches.constant(1, 32, 32, 1), 7);
        float max = Float.NEGATIVE_INFINITY;
        for (float value : degraded.values()) max = Math.max(max, value);
        assertTrue(max > 1, "maximum " + max);
    }

    @Test
    void cleanIsACopy() {
        assertEquals(Patches.textured(8, 8), degrade("clean", Patches.textured(8, 8), 7));
    }

    @Test
    void refusesAWrongNumberOfValues() {
        assertThrows(IllegalArgumentException.class, () -> new Degradation(DegradationKind.POISSON, List.of(30.0)));
    }
}
