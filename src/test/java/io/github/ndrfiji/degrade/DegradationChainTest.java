package io.github.ndrfiji.degrade;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegradationChainTest {

    @ParameterizedTest
    @CsvSource({
        "noise:0-55, noise:0-18 noise:18-37 noise:37-55",
        "'rain:0.2-1,angle=0', rain:0.2-0.47 rain:0.47-0.73 rain:0.73-1",
        // photons are drawn in their logarithm: 8 * (500/8)^(1/3) = 31.7, ^(2/3) = 126
        "poisson:8-500, poisson:8-32 poisson:32-130 poisson:130-500",
        "jpeg:10-12, jpeg:10-11 jpeg:11-12",
        "stripes:5/10/20/30, stripes:5 stripes:10 stripes:20 stripes:30",
        "haze:1, haze:1",
        "clean, clean",
        "haze:0-3+noise:0-10, haze:0-1+noise:0-10 haze:1-2+noise:0-10 haze:2-3+noise:0-10"
    })
    void isCutIntoEquallyLikelyStrengths(String text, String parts) {
        DegradationChain chain = DegradationChain.parse(text);
        assertEquals(
                parts,
                chain.byStrength(3).stream().map(DegradationChain::strength).collect(joining(" ")));
    }

    @Test
    void isItsLinksFromLeftToRightWithOneGenerator() {
        Patch clean = Patches.textured(32, 40);
        SplittableRandom random = new SplittableRandom(3);
        Patch hazy = DegradationRange.parse("haze:0.6-2").draw(random).apply(clean, random);
        Patch expected = DegradationRange.parse("noise:0-20").draw(random).apply(hazy, random);

        assertEquals(expected, DegradationChain.parse("haze:0.6-2+noise:0-20").apply(clean, new SplittableRandom(3)));
    }

    /** Black and all in haze of no transmission is the airlight; noise before it is hidden, noise after it is not. */
    @Test
    void theOrderCounts() {
        Patch black = Patch.zeros(1, 64, 64);
        Patch hidden =
                DegradationChain.parse("noise:25+haze:10,airlight=1,near=1").apply(black, new SplittableRandom(1));
        Patch seen =
                DegradationChain.parse("haze:10,airlight=1,near=1+noise:25").apply(black, new SplittableRandom(1));
        double sigma = 25 / 255.0;
        // t = exp(-10): the noise behind the haze is that much smaller; the variance of n normal numbers has deviation
        // sigma² sqrt(2 / n).
        assertTrue(Patches.variance(hidden.values()) < 1e-6);
        assertEquals(sigma * sigma, Patches.variance(seen.values()), 4 * sigma * sigma * Math.sqrt(2.0 / 4096));
    }

    @Test
    void oneLinkIsAsThatAlone() {
        Patch clean = Patches.textured(16, 16);
        SplittableRandom random = new SplittableRandom(8);
        assertEquals(
                DegradationRange.parse("rain:0.2-1").draw(random).apply(clean, random),
                DegradationChain.parse("rain:0.2-1").apply(clean, new SplittableRandom(8)));
    }

    @Test
    void tellsItsKindsAndItsTextCanBeReadAgain() {
        DegradationChain chain = DegradationChain.parse("haze:0.6-2+noise:0-20");
        assertEquals("haze+noise", chain.kind());
        assertEquals("haze:0.6-2,airlight=1/0.7-1,near=0.1-0.9+noise:0-20", chain.toString());
        assertEquals(chain, DegradationChain.parse(chain.toString()));
        assertTrue(chain.has(DegradationKind.NOISE));
        assertTrue(!chain.has(DegradationKind.DOWNSAMPLE));
    }

    @Test
    void anEmptyLinkIsRefused() {
        for (String text : List.of("noise:5+", "+noise:5", "noise:5++clean"))
            assertThrows(IllegalArgumentException.class, () -> DegradationChain.parse(text));
    }

    /** I = J t + A (1 - t) with t = exp(-beta d). */
    @Test
    void hazeLiesAtTheDepthsOfAnImage() {
        Patch clean = Patches.textured(10, 12);
        Patch depths = Patch.zeros(1, 10, 12);
        for (int i = 0; i < depths.values().length; i++) depths.values()[i] = i / 119f;

        Patch hazy = DegradationChain.parse("haze:1.5,airlight=0.8,near=0.7,relief=0.5")
                .apply(clean, Optional.of(Depth.of(depths)), new SplittableRandom(1));

        for (int i = 0; i < hazy.values().length; i++) {
            double t = Math.exp(-1.5 * (i % 120 / 119.0));
            assertEquals(clean.values()[i] * t + 0.8 * (1 - t), hazy.values()[i], 1e-6);
        }
    }

    @Test
    void depthsBeyondZeroAndOneAreStretchedAndOthersStay() {
        assertEquals(
                new Patch(new float[] {0, 0.25f, 1}, 1, 1, 3),
                Depth.of(new Patch(new float[] {10, 60, 210}, 1, 1, 3)).values());
        Patch within = new Patch(new float[] {0.2f, 0.9f}, 1, 1, 2);
        assertEquals(within, Depth.of(within).values());
    }

    @Test
    void depthsThatTellNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Depth.of(Patches.constant(1, 2, 2, 7)));
        assertThrows(IllegalArgumentException.class, () -> Depth.of(Patches.constant(1, 2, 2, Float.NaN)));
        assertThrows(IllegalArgumentException.class, () -> Depth.of(Patches.constant(3, 2, 2, 0)));
    }

    @Test
    void depthsOfAnotherSizeAreRefused() {
        Optional<Depth> depth = Optional.of(new Depth(Patch.zeros(1, 8, 8)));
        DegradationChain chain = DegradationChain.parse("downsample:2+haze:1");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> chain.apply(Patches.textured(8, 8), depth, new SplittableRandom(1)));
        assertEquals(
                "The depth image has 8 x 8 pixels, but the image has 4 x 4; both must be equal, and haze must come"
                        + " before what makes images smaller.",
                refused.getMessage());
    }
}
