package io.github.ndrfiji.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.fingerprint.Identification.Likelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static MeanAffinities affinities(double first) {
        return new MeanAffinities(List.of(List.of(first, 1 - first)));
    }

    private static Measured measured(String kind, String strength, double first) {
        return new Measured(kind, strength, "image of " + first, affinities(first));
    }

    /** Affinities whose logarithms are normally distributed about those of a centre. */
    private static List<Measured> drawn(String kind, int count, double[] centre, double scatter, long seed) {
        Random random = new Random(seed);
        List<Measured> patches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Double> level = new ArrayList<>();
            for (double share : centre) level.add(share * Math.exp(scatter * random.nextGaussian()));
            patches.add(new Measured(kind, kind + ":1", seed + "-" + i, new MeanAffinities(List.of(level))));
        }
        return patches;
    }

    @Test
    void aFingerprintHoldsMeanDeviationAndMeanLogarithm() {
        Fingerprint noise = Fingerprints.of(
                        List.of(measured("noise", "noise:25", 0.9), measured("noise", "noise:25", 0.7)))
                .all()
                .get(0);
        assertEquals("noise", noise.degradation());
        assertEquals("noise:25", noise.strength());
        assertEquals(2, noise.patches());
        assertEquals(List.of(0.8, 0.2), noise.mean().levels().get(0));
        assertEquals(List.of(0.1, 0.1), noise.deviation().get(0));
        assertEquals((Math.log(0.9001) + Math.log(0.7001)) / 2, noise.centre().get(0), 1e-6);
    }

    @Test
    void halfwayBetweenTwoKindsBothAreAsLikely() {
        Fingerprints fingerprints = Fingerprints.of(List.of(
                measured("noise", "noise:25", 0.60), measured("noise", "noise:25", 0.61),
                measured("haze", "haze:1", 0.39), measured("haze", "haze:1", 0.40)));
        Identification halfway = new Identifier(fingerprints).identify(affinities(0.5));
        assertEquals(0.5, halfway.likeliest().confidence(), 0.01);
        Identification nearer = new Identifier(fingerprints).identify(affinities(0.59));
        assertEquals("noise", nearer.likeliest().degradation());
        assertEquals(
                1, nearer.kinds().stream().mapToDouble(Likelihood::confidence).sum(), 1e-12);
    }

    @Test
    void theStrengthsOfAKindCountTogether() {
        List<Measured> patches = new ArrayList<>();
        for (double x : new double[] {0.1, 0.2, 0.3})
            for (int i = 0; i < 5; i++) patches.add(measured("noise", "noise:" + x, x + 0.01 * i));
        for (int i = 0; i < 5; i++) patches.add(measured("clean", "clean", 0.8 + 0.01 * i));
        Identification weak = new Identifier(Fingerprints.of(patches)).identify(affinities(0.22));
        assertEquals(
                List.of("noise", "clean"),
                weak.kinds().stream().map(Likelihood::degradation).toList());
        assertEquals("noise:0.2", weak.likeliest().strength());
        assertTrue(weak.likeliest().confidence() > 0.95, weak.toString());
    }

    /**
     * Two kinds that overlap: where the first affinity's logarithms differ by two standard deviations the best guess is
     * right in 84 % (the normal distribution at 1), and of the confidences the mean must be the share that is right.
     */
    @Test
    void confidencesAreAsOftenRightAsTheySay() {
        double[] noise = {0.2, 0.3, 0.1};
        double[] haze = {0.2 * Math.exp(0.4), 0.3, 0.1};
        List<Measured> patches = drawn("noise", 200, noise, 0.2, 1);
        patches.addAll(drawn("haze", 200, haze, 0.2, 2));
        Identifier identifier = new Identifier(Fingerprints.of(patches));
        List<Measured> others = drawn("noise", 1000, noise, 0.2, 3);
        others.addAll(drawn("haze", 1000, haze, 0.2, 4));
        double right = 0;
        double said = 0;
        double familiar = 0;
        for (Measured patch : others) {
            Identification found = identifier.identify(patch.affinities());
            if (found.likeliest().degradation().equals(patch.degradation())) right++;
            said += found.likeliest().confidence();
            if (found.familiar()) familiar++;
        }
        assertEquals(0.84, right / others.size(), 0.03);
        assertEquals(right / others.size(), said / others.size(), 0.03);
        assertEquals(0.99, familiar / others.size(), 0.01);
        Measured strange =
                drawn("stripes", 1, new double[] {0.1, 0.1, 0.8}, 0.2, 5).get(0);
        assertFalse(identifier.identify(strange.affinities()).familiar());
    }

    /** Ten patches each of some images, which differ more from each other than the patches of one do. */
    private static List<Measured> ofImages(int count, long seed) {
        Random random = new Random(seed);
        List<Measured> patches = new ArrayList<>();
        for (int image = 0; image < count; image++) {
            double[] centre = new double[6];
            for (int i = 0; i < centre.length; i++) centre[i] = 0.1 * Math.exp(0.3 * random.nextGaussian());
            for (Measured patch : drawn("noise", 10, centre, 0.05, random.nextLong()))
                patches.add(new Measured("noise", "noise:1", seed + "-" + image, patch.affinities()));
        }
        return patches;
    }

    private static double shareOfFamiliar(Fingerprints fingerprints, List<Measured> patches) {
        Identifier identifier = new Identifier(fingerprints);
        return patches.stream()
                        .filter(patch -> identifier.identify(patch.affinities()).familiar())
                        .count()
                / (double) patches.size();
    }

    @Test
    void anImageThatTheFingerprintsWereNotMadeOfIsFamiliar() {
        List<Measured> few = ofImages(8, 1);
        List<Measured> others = ofImages(100, 2);
        List<Measured> asIfOfManyImages = new ArrayList<>();
        for (Measured patch : few)
            asIfOfManyImages.add(
                    new Measured("noise", "noise:1", "image " + asIfOfManyImages.size(), patch.affinities()));
        double known = shareOfFamiliar(Fingerprints.of(few), others);
        double mixed = shareOfFamiliar(Fingerprints.of(asIfOfManyImages), others);
        assertTrue(known > 0.9, "familiar " + known);
        assertTrue(mixed < 0.75, "patches of one image in two parts: familiar " + mixed);
    }

    @Test
    void patchesOfOneImageAreCalibratedAllTheSame() {
        Fingerprints fingerprints = Fingerprints.of(ofImages(1, 1));
        assertEquals(1, shareOfFamiliar(fingerprints, ofImages(1, 1)), 0.11);
    }

    @Test
    void aSinglePatchOfAKindIsRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Fingerprints.of(List.of(
                        measured("noise", "noise:25", 0.5),
                        measured("noise", "noise:25", 0.5),
                        measured("haze", "haze:1", 0.5))));
        assertTrue(refused.getMessage().contains("one patch only of haze:1"), refused.getMessage());
    }

    @Test
    void affinitiesOfAnotherNetworkAreRefused() {
        Identifier identifier = new Identifier(
                Fingerprints.of(List.of(measured("noise", "noise:25", 0.5), measured("noise", "noise:25", 0.6))));
        MeanAffinities other = new MeanAffinities(List.of(List.of(0.5, 0.25, 0.25)));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> identifier.identify(other));
        assertTrue(refused.getMessage().contains("3 numbers, but the fingerprints 2"), refused.getMessage());
    }
}
