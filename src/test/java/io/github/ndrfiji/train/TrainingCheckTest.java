package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.train.Finding.Severity;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingCheckTest {

    private static final Photos PHOTOS = new Photos("clean", 60, 128, 0.004); // 4 crops of 64 each: 240

    private static List<Finding> check(Source... sources) throws IOException {
        List<Mixture.Part> parts =
                List.of(sources).stream().map(s -> new Mixture.Part(s, 1)).toList();
        return TrainingCheck.of(new Mixture(parts), TrainSettings.of(NetworkConfig.tiny(1), 100), false, Progress.NONE);
    }

    private static List<Finding> checkPairs(ImageSet degraded, ImageSet clean) throws IOException {
        return check(Source.paired(degraded, clean, 1));
    }

    private static Source synthetic(ImageSet clean, String degradation) {
        return Source.synthetic(clean, DegradationRange.parse(degradation), 1, 0);
    }

    private static ImageSet degraded(ImageSet clean, String degradation) {
        return new Mapped("degraded", clean, (image, index) -> {
            SplittableRandom random = new SplittableRandom(index);
            return DegradationRange.parse(degradation).draw(random).apply(image, random);
        });
    }

    private static ImageSet each(ImageSet images, UnaryOperator<Patch> change) {
        return new Mapped("changed", images, (image, index) -> change.apply(image));
    }

    private static Patch eachValue(Patch image, UnaryOperator<Float> change) {
        Patch changed = Patch.zeros(image.channels(), image.height(), image.width());
        for (int i = 0; i < changed.values().length; i++) changed.values()[i] = change.apply(image.values()[i]);
        return changed;
    }

    private static Patch cut(Patch image, int left, int top, int width, int height) {
        Patch cut = Patch.zeros(image.channels(), height, width);
        for (int c = 0; c < image.channels(); c++)
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    cut.values()[(c * height + y) * width + x] = image.at(c, top + y, left + x);
        return cut;
    }

    private static void assertOne(Severity severity, String part, List<Finding> findings) {
        assertEquals(1, findings.size(), findings::toString);
        assertEquals(severity, findings.get(0).severity(), findings::toString);
        assertTrue(findings.get(0).message().contains(part), findings::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noise:2", "noise:25", "noise:50", "poisson:5", "poisson:30-200", "saltpepper:0.05", "haze:0.3-0.6",
                "haze:0.6-2", "haze:1", "background:0.2", "blur:0.7", "blur:1.5", "blur:4", "defocus:3",
                "motion:10", "rain:0.5", "rain:1", "stripes:10", "jpeg:30", "lowres:2"
            })
    void goodPairsPassInSilence(String degradation) throws IOException {
        assertEquals(List.of(), checkPairs(degraded(PHOTOS, degradation), PHOTOS));
        Photos textures = new Photos("textures", 60, 128, 0.05);
        assertEquals(List.of(), checkPairs(degraded(textures, degradation), textures), "texture everywhere");
        Scenes scenes = new Scenes("scenes", 60, 1, 128);
        assertEquals(List.of(), checkPairs(degraded(scenes, degradation), scenes), "flat");
    }

    @Test
    void goodCleanImagesPassInSilence() throws IOException {
        assertEquals(List.of(), check(synthetic(PHOTOS, "noise:25"), synthetic(PHOTOS, "haze:1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise:10", "noise:50", "poisson:30", "poisson:5"})
    void swappedPairsAreFoundByTheirNoise(String degradation) throws IOException {
        assertOne(Severity.ERROR, "swapped", checkPairs(PHOTOS, degraded(PHOTOS, degradation)));
        Photos textures = new Photos("textures", 60, 128, 0.01);
        assertOne(Severity.ERROR, "swapped", checkPairs(textures, degraded(textures, degradation)));
    }

    private static Patch noisy(Patch image, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return DegradationRange.parse("noise:25").draw(random).apply(image, random);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, WARNING", "4, 4, ERROR", "5, 4, ERROR", "6, 4, WARNING"})
    void onlyNearlyAllOfSeveralPairsThatAreSwappedAreAnError(int pairs, int swapped, Severity severity)
            throws IOException {
        Photos photos = new Photos("clean", pairs, 512, 0.004);
        ImageSet first = new Mapped("first", photos, (image, i) -> i < swapped ? image : noisy(image, i));
        ImageSet second = new Mapped("second", photos, (image, i) -> i < swapped ? noisy(image, i) : image);
        assertTrue(
                checkPairs(first, second).stream()
                        .anyMatch(finding -> finding.severity() == severity
                                && finding.message().contains(swapped + " of " + pairs)
                                && finding.message().contains("swapped")),
                () -> "as " + severity);
    }

    @Test
    void noisyImagesOfOneStrengthAreNotTakenForSwapped() throws IOException {
        ImageSet other = new Mapped("other", PHOTOS, (image, index) -> {
            SplittableRandom random = new SplittableRandom(100 + index);
            return DegradationRange.parse("noise:25").draw(random).apply(image, random);
        });
        assertEquals(List.of(), checkPairs(degraded(PHOTOS, "noise:25"), other));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1 to the right, 1.0",
        "-3, 2, 3 to the left and 2 down, 3.6", // root of 13
        "0, -12, 12 up, 12.0"
    })
    void shiftedPairsAreFoundInNoiseAndInOtherBrightness(int x, int y, String direction, String length)
            throws IOException {
        Photos large = new Photos("large", 60, 172, 0.004);
        ImageSet clean = each(large, image -> cut(image, 20, 20, 128, 128));
        ImageSet shifted = each(large, image -> cut(image, 20 - x, 20 - y, 128, 128));
        ImageSet dimmed = each(shifted, image -> eachValue(image, value -> 0.85f * value + 0.05f));
        List<Finding> findings = checkPairs(degraded(dimmed, "noise:25"), clean); // 20 dB
        assertOne(Severity.WARNING, direction, findings);
        assertTrue(findings.get(0).message().contains("by " + length + " pixels"), findings::toString);
    }

    @Test
    void pairsOfOtherBrightnessAreFound() throws IOException {
        ImageSet dim = each(PHOTOS, image -> eachValue(image, value -> 0.5f * value));
        List<Finding> findings = checkPairs(degraded(dim, "noise:10"), PHOTOS);
        assertOne(Severity.WARNING, "equally bright", findings);
        assertTrue(findings.get(0).message().endsWith("by --fit in the shell or 'Match brightness' in Train...."));
        assertTrue(findings.get(0).message().matches(".*clean is (1\\.9\\d|2\\.0\\d) times.*"), findings::toString);
    }

    @Test
    void pairsOfOtherBrightnessThatIsFittedPassInSilence() throws IOException {
        ImageSet dim = degraded(each(PHOTOS, image -> eachValue(image, value -> 0.5f * value)), "noise:10");
        assertEquals(List.of(), check(Source.paired(dim, PHOTOS, 1, Brightness.FITTED)));
    }

    private static ImageSet noisy(ImageSet clean, String name, String degradation, int seed) {
        return new Mapped(name, clean, (image, index) -> {
            SplittableRandom random = new SplittableRandom(seed + index);
            return DegradationRange.parse(degradation).draw(random).apply(image, random);
        });
    }

    @Test
    void noisyPairsPassInSilenceWhicheverIsNoisierOrBrighter() throws IOException {
        ImageSet first = noisy(PHOTOS, "first", "noise:50", 100);
        ImageSet second = noisy(PHOTOS, "second", "noise:10", 200);
        assertEquals(List.of(), check(Source.noisy(first, second)));
        assertEquals(List.of(), check(Source.noisy(second, first)));
        ImageSet dim = each(second, image -> eachValue(image, value -> 0.5f * value));
        assertEquals(List.of(), check(Source.noisy(first, dim)));
    }

    @Test
    void noisyPairsAreCheckedForSizeAndShift() throws IOException {
        ImageSet first = noisy(PHOTOS, "first", "noise:25", 100);
        ImageSet second = noisy(PHOTOS, "second", "noise:25", 200);
        ImageSet cut = new Mapped("cut", second, (image, index) -> index == 59 ? cut(image, 0, 0, 128, 100) : image);
        List<Finding> sizes = check(Source.noisy(first, cut));
        assertOne(Severity.ERROR, "The second image of a pair must have the size of the first one", sizes);
        assertTrue(sizes.get(0).message().contains("(128 x 128 first, 128 x 100 second)"), sizes::toString);

        Photos large = new Photos("large", 60, 172, 0.004);
        ImageSet left = noisy(each(large, image -> cut(image, 20, 20, 128, 128)), "left", "noise:25", 100);
        ImageSet right = noisy(each(large, image -> cut(image, 23, 20, 128, 128)), "right", "noise:25", 200);
        assertOne(Severity.WARNING, "the first image lies 3 to the right", check(Source.noisy(left, right)));
    }

    @Test
    void noisyImagesAreCheckedEachByItself() throws IOException {
        ImageSet first = noisy(PHOTOS, "first", "noise:25", 100);
        ImageSet second = noisy(PHOTOS, "second", "noise:10", 200);
        ImageSet constant =
                new Mapped("constant", second, (image, index) -> index == 0 ? Patch.zeros(1, 128, 128) : image);
        assertOne(
                Severity.WARNING,
                "In 1 of 16 images looked at in 'constant of first' all values are equal",
                check(Source.noisy(first, constant)));
        ImageSet bright = each(PHOTOS, image -> eachValue(image, value -> Math.min(1, 1.7f * value)));
        assertTrue(
                check(Source.noisy(bright, second)).stream()
                        .anyMatch(finding -> finding.message().contains("saturated")),
                "saturated");
    }

    @Test
    void pairsThatDoNotShowTheSameAreNamed() throws IOException {
        ImageSet mixedUp = new Mapped("mixed up", PHOTOS, (image, index) -> {
            int shown = index == 0 || index == 59 ? (index + 30) % 60 : index;
            SplittableRandom random = new SplittableRandom(index);
            return DegradationRange.parse("noise:25").draw(random).apply(PHOTOS.read(shown), random);
        });
        List<Finding> findings = checkPairs(mixedUp, PHOTOS);
        assertOne(Severity.WARNING, "do not seem to: 'photo-0', 'photo-59';", findings);
        assertTrue(findings.get(0).message().contains("2 of 16"), findings::toString);
    }

    @Test
    void pairsOfTheSameImageAreFound() throws IOException {
        assertOne(Severity.WARNING, "do nothing", checkPairs(PHOTOS, PHOTOS));
    }

    @Test
    void pairsOfDifferentSizesAreErrors() throws IOException {
        ImageSet cut = new Mapped("cut", PHOTOS, (image, index) -> index == 59 ? cut(image, 0, 0, 128, 100) : image);
        List<Finding> findings = checkPairs(degraded(cut, "noise:25"), PHOTOS);
        assertOne(Severity.ERROR, "'photo-59' (128 x 100 degraded, 128 x 128 clean)", findings);
        assertTrue(findings.get(0).message().contains("1 of 16"), findings::toString);
    }

    @Test
    void pairsOfTwoSizesAreComparedAtTheSmallerOne() throws IOException {
        ImageSet small = degraded(PHOTOS, "downsample:2");
        TrainSettings smallCrop = TrainSettings.of(NetworkConfig.tiny(1).withScale(2), 100)
                .with(Map.of("crop", "32")); // 4 crops an image
        Mixture mixture =
                new Mixture(List.of(new Mixture.Part(Source.paired(degraded(small, "noise:10"), PHOTOS, 2), 1)));
        assertEquals(List.of(), TrainingCheck.of(mixture, smallCrop, false, Progress.NONE));
    }

    @Test
    void imagesSmallerThanTheCropAreErrors() throws IOException {
        ImageSet cut = new Mapped("cut", PHOTOS, (image, index) -> index == 0 ? cut(image, 0, 0, 100, 60) : image);
        assertOne(
                Severity.ERROR,
                "'photo-0' of 100 x 60; choose a crop of 56 or less", // the largest multiple of 8
                check(synthetic(cut, "noise:25")));
    }

    @Test
    void fewPatchesAreCountedOnceForAllSources() throws IOException {
        Photos few = new Photos("few", 10, 256, 0.004);
        assertOne(
                Severity.WARNING,
                "the 10 images hold 160;", // 4 x 4 in each
                check(synthetic(few, "noise:25"), synthetic(few, "haze:1")));
        List<Mixture.Part> parts = List.of(new Mixture.Part(synthetic(few, "noise:25"), 1));
        TrainSettings settings = TrainSettings.of(NetworkConfig.tiny(1), 100);
        String more = ", or go on training a model that has learned from more.";
        assertOne(Severity.WARNING, more, TrainingCheck.of(new Mixture(parts), settings, false, Progress.NONE));
        assertOne(
                Severity.WARNING,
                "add images, or choose a smaller crop.",
                TrainingCheck.of(new Mixture(parts), settings, true, Progress.NONE));
        assertOne(
                Severity.WARNING, "the only image holds 16;", check(synthetic(new Photos("one", 1, 256, 0), "clean")));
    }

    @Test
    void valuesThatAreNotNumbersAreErrors() throws IOException {
        ImageSet broken = each(PHOTOS, image -> {
            image.values()[5] = Float.NaN;
            return image;
        });
        List<Finding> findings = checkPairs(broken, PHOTOS);
        assertOne(Severity.ERROR, "NaN", findings);
    }

    /** Depths may be in any unit, and are nothing to learn from. */
    @Test
    void depthsMustBeNumbersOnly() throws IOException {
        ImageSet depths = new Mapped(
                "depths", new Photos("depths", 60, 128, 0.004), (image, index) -> eachValue(image, v -> 9000 * v));
        Source.Synthetic haze = Source.synthetic(PHOTOS, DegradationRange.parse("haze:1"), 1, 0);
        assertEquals(List.of(), check(haze.withDepths(depths)));
        ImageSet few = new Photos("few", 30, 128, 0.004);
        Source.Synthetic ofFew = Source.synthetic(few, DegradationRange.parse("haze:1"), 1, 0);
        ImageSet fewDepths = new Photos("depths of few", 30, 128, 0.004);
        assertOne(Severity.WARNING, "the 30 images hold 120;", check(ofFew.withDepths(fewDepths)));
    }

    @Test
    void constantImagesAreErrorsOnlyIfAllAre() throws IOException {
        ImageSet some = new Mapped("some", PHOTOS, (image, index) -> index < 4 ? Patch.zeros(1, 128, 128) : image);
        assertOne(Severity.WARNING, "In 2 of 16 images looked at in 'some'", check(synthetic(some, "noise:25")));
        ImageSet all = each(PHOTOS, image -> eachValue(image, value -> 0.5f));
        assertOne(Severity.ERROR, "every image", check(synthetic(all, "noise:25")));
    }

    @Test
    void saturatedImagesAreFound() throws IOException {
        ImageSet bright = each(PHOTOS, image -> eachValue(image, value -> Math.min(1, 1.7f * value)));
        assertOne(Severity.WARNING, "saturated", check(synthetic(bright, "noise:25")));
    }

    @Test
    void wrongValueRangesAreFound() throws IOException {
        ImageSet raw = each(PHOTOS, image -> eachValue(image, value -> 2 + 100 * value));
        assertOne(Severity.WARNING, "outside", check(synthetic(raw, "noise:25")));
        ImageSet twelveBits = each(PHOTOS, image -> eachValue(image, value -> value / 16));
        assertOne(Severity.WARNING, "fourteenth", check(synthetic(twelveBits, "noise:25")));
    }

    @Test
    void ofManyImagesOnlyAFewAreRead() throws IOException {
        Set<Integer> read = new HashSet<>();
        ImageSet many = new Mapped("many", new Scenes("many", 10_000, 1, 64), (image, index) -> {
            read.add(index);
            return image;
        });
        assertEquals(List.of(), check(synthetic(many, "noise:25")));
        assertEquals(16, read.size());
        assertTrue(read.contains(0) && read.contains(9_999), read::toString);
    }

    @Test
    void errorsComeFirst() throws IOException {
        ImageSet small = each(new Photos("few", 3, 256, 0), image -> cut(image, 0, 0, 60, 60));
        ImageSet few = new Photos("few", 2, 256, 0);
        List<Finding> findings = check(synthetic(few, "noise:25"), synthetic(small, "noise:25"));
        assertEquals(
                List.of(Severity.ERROR, Severity.WARNING),
                findings.stream().map(Finding::severity).toList());
    }
}
