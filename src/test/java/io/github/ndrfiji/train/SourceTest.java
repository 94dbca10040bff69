package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.NetworkConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

    private static final Scenes SCENES = new Scenes("scenes", 40, 3, 24);

    @Test
    void aCropTakesPartInAllEightSymmetries() {
        Patch image = new Patch(new float[] {1, 2, 3, 4}, 1, 2, 2);
        Set<List<Float>> seen = new HashSet<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            float[] v = Crop.of("image", image, 2, random).from(image, 1).values();
            seen.add(List.of(v[0], v[1], v[2], v[3]));
        }
        assertEquals(8, seen.size());
    }

    @Test
    void bothImagesOfAPairAreCutAlike() throws IOException {
        Pair pair = Source.paired(SCENES, SCENES, 1).draw(16, new SplittableRandom(3));
        assertEquals(pair.clean(), pair.degraded());
    }

    @Test
    void aCropOfTheLargerImageShowsTheSamePlace() {
        Patch small = SCENES.read(0);
        Patch large = Patch.zeros(3, 48, 48);
        for (int c = 0; c < 3; c++)
            for (int y = 0; y < 48; y++)
                for (int x = 0; x < 48; x++) large.values()[(c * 48 + y) * 48 + x] = small.at(c, y / 2, x / 2);
        Crop crop = new Crop(3, 5, 8, true, false, true);
        Patch cut = crop.from(small, 1);
        Patch cutLarge = crop.from(large, 2);
        for (int y = 0; y < 16; y++)
            for (int x = 0; x < 16; x++) assertEquals(cut.at(1, y / 2, x / 2), cutLarge.at(1, y, x));
    }

    @Test
    void downsamplingMakesPairsOfTwoSizes() throws IOException {
        Pair pair = Source.synthetic(SCENES, DegradationRange.parse("downsample:2"), 2, 0)
                .draw(8, new SplittableRandom(1));
        assertEquals(8, pair.degraded().width());
        assertEquals(16, pair.clean().width());
    }

    @Test
    void grayPairsHaveEqualChannelsThatAreDegradedAlike() throws IOException {
        Pair pair = Source.synthetic(SCENES, DegradationRange.parse("noise:25"), 1, 1)
                .draw(16, new SplittableRandom(1));
        for (Patch patch : List.of(pair.clean(), pair.degraded()))
            for (int i = 0; i < 256; i++) {
                assertEquals(patch.values()[i], patch.values()[256 + i]);
                assertEquals(patch.values()[i], patch.values()[512 + i]);
            }
        assertNotEquals(pair.clean(), pair.degraded());
    }

    @Test
    void degradedPatchesAreAsFilesOf8BitsHoldThem() throws IOException {
        Source.Synthetic source = Source.synthetic(SCENES, DegradationRange.parse("noise:60"), 1, 0);
        Pair plain = source.draw(16, new SplittableRandom(1));
        Pair rounded = source.withEightBit(1).draw(16, new SplittableRandom(1));
        assertEquals(plain.clean(), rounded.clean());
        int cut = 0;
        for (int i = 0; i < 3 * 256; i++) {
            float value = plain.degraded().values()[i];
            if (value < 0 || value > 1) cut++;
            assertEquals(
                    Math.round(255 * Math.min(1, Math.max(0, value))) / 255f,
                    rounded.degraded().values()[i]);
        }
        assertTrue(cut > 0, "the noise leaves 0 to 1 somewhere");
    }

    @Test
    void theShareOf8BitsIsKeptByPartsAndStrengths() throws IOException {
        Source.Synthetic source = Source.synthetic(SCENES, DegradationRange.parse("noise:20-60"), 1, 0)
                .withEightBit(0.5);
        assertTrue(source.description().endsWith("8 bits 0.5"), source.description());
        for (Source part :
                List.of(source, source.part(5, true), source.byStrength(2).get(1))) {
            int rounded = 0;
            for (int i = 0; i < 100; i++) {
                Patch patch = part.draw(8, new SplittableRandom(i)).degraded();
                float level = 255 * patch.values()[0];
                if (Math.abs(level - Math.round(level)) < 1e-4) rounded++;
            }
            assertEquals(50, rounded, 15, part.description());
        }
    }

    @Test
    void whatItDegradesItselfIsMeasuredWithMoreThan8BitsAndWith8() throws IOException {
        Source noise = Source.synthetic(SCENES, DegradationRange.parse("noise:20-60"), 1, 0)
                .withEightBit(0.5);
        List<Source> parts = noise.byBits();
        assertEquals(
                List.of("noise:20-60", "noise:20-60 in 8 bits"),
                parts.stream().map(Source::strength).toList());
        assertEquals("noise:20-60", noise.strength(), "a share says nothing of a patch");
        assertFalse(isOfWholeLevels(parts.get(0).draw(16, new SplittableRandom(1))));
        assertTrue(isOfWholeLevels(parts.get(1).draw(16, new SplittableRandom(1))));
        Source pairs = Source.paired(SCENES, SCENES, 1);
        assertEquals(List.of(pairs), pairs.byBits(), "files are as they are");
    }

    private static boolean isOfWholeLevels(Pair pair) {
        for (float value : pair.degraded().values())
            if (Math.abs(255 * value - Math.round(255 * value)) > 1e-3) return false;
        return true;
    }

    @Test
    void heldOutImagesAreNeverTrainedOn() {
        Set<String> trained = new HashSet<>(Part.trainedOn(SCENES, 5).names());
        Set<String> heldOut = new HashSet<>(Part.heldOut(SCENES, 5).names());
        assertEquals(40, trained.size() + heldOut.size());
        assertTrue(heldOut.size() >= 2, "about one in five of 40");
        heldOut.retainAll(trained);
        assertEquals(Set.of(), heldOut);
    }

    @Test
    void noSetIsHeldOutAsAWhole() {
        Scenes all = new Scenes("few", 40, 1, 24);
        for (int count = 2; count <= 40; count++) {
            Scenes scenes = new Scenes("few", count, 1, 24);
            for (int every = 2; every < 5; every++) {
                assertFalse(Part.trainedOn(scenes, every).names().isEmpty());
                assertFalse(Part.heldOut(scenes, every).names().isEmpty());
            }
        }
        Part two = Part.heldOut(all, 2);
        assertTrue(two.names().size() > 1);
        assertEquals(1, Part.trainedOn(two, 2).names().size(), "all of these would be held out by their checksums");
    }

    @Test
    void evenASmallSetHasAnImageThatIsHeldOut() {
        for (int count = 2; count < 12; count++) {
            Scenes few = new Scenes("few", count, 1, 24);
            assertEquals(1, Part.heldOut(few, 1000).names().size());
            assertEquals(count - 1, Part.trainedOn(few, 1000).names().size());
        }
    }

    private record Planes(int files, int each) implements ImageSet {

        @Override
        public String name() {
            return "stacks";
        }

        @Override
        public List<String> names() {
            return IntStream.range(0, files * each)
                    .mapToObj(i -> "stack-%d#%06d".formatted(i / each, i % each + 1))
                    .toList();
        }

        @Override
        public Patch read(int index) {
            return Patch.zeros(1, 8, 8);
        }

        @Override
        public String sha256() {
            return "";
        }
    }

    @Test
    void ofEnoughStacksWholeOnesAreHeldOut() {
        List<String> planes = Part.heldOut(new Planes(30, 7), 10).names();
        Set<String> stacks =
                planes.stream().map(name -> name.replaceFirst("#.*", "")).collect(Collectors.toSet());
        assertEquals(7 * stacks.size(), planes.size());
        assertTrue(stacks.size() >= 1 && stacks.size() <= 10, stacks.toString());
        assertEquals(9 * 7, Part.heldOut(new Planes(9, 70), 10).names().size(), 30, "about a tenth of the planes");
    }

    @Test
    void imagesOfOneNameAreNotAllHeldOut() {
        ImageSet twins = new JoinedImages(List.of(new Scenes("a", 1, 1, 24), new Scenes("a", 1, 1, 32)));
        for (int every = 2; every < 9; every++)
            assertEquals(1, Part.heldOut(twins, every).names().size());
    }

    @Test
    void oneSetAloneKeepsItsNames() {
        assertSame(SCENES, JoinedImages.of(List.of(SCENES)));
        assertEquals(
                "scenes/scene-0",
                JoinedImages.of(List.of(SCENES, SCENES)).names().get(0));
    }

    @Test
    void aFactorThatIsNotTheScaleIsRefused() {
        Source source = Source.synthetic(SCENES, DegradationRange.parse("downsample:4"), 2, 0);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> source.draw(8, new SplittableRandom(1)));
        assertTrue(refused.getMessage().contains("smaller by 4"), refused.getMessage());
    }

    @Test
    void weightsSayHowOftenASourceIsDrawn() throws IOException {
        Mixture mixture = new Mixture(List.of(
                new Mixture.Part(Source.synthetic(SCENES, DegradationRange.parse("noise:5"), 1, 0), 3),
                new Mixture.Part(Source.synthetic(SCENES, DegradationRange.parse("clean"), 1, 0), 1)));
        TrainSettings settings = TrainSettings.of(NetworkConfig.tiny(3), 1).with(Map.of("batch", "1000", "crop", "8"));
        Map<String, Integer> counts = new HashMap<>();
        for (Pair pair : mixture.batch(settings, 0).pairs()) counts.merge(pair.kind(), 1, Integer::sum);
        // Binomial with n 1000, p 0.75: deviation 13.7; 5 deviations are 68.
        assertEquals(750, counts.get("noise"), 68);
    }

    @Test
    void aBatchDependsOnItsStepAlone() throws IOException {
        Mixture mixture = new Mixture(
                List.of(new Mixture.Part(Source.synthetic(SCENES, DegradationRange.parse("noise:5"), 1, 0), 1)));
        TrainSettings small = TrainSettings.of(NetworkConfig.tiny(3), 10).with(Map.of("batch", "2", "crop", "16"));
        Batch first = mixture.batch(small, 4);
        mixture.batch(small, 5);
        assertEquals(first, mixture.batch(small, 4));
        assertNotEquals(first, mixture.batch(small, 5));
    }

    @Test
    void missingPartnersAreCountedOnBothSides() {
        ImageSet noisy = new Images("noisy", List.of("a", "b", "c", "d"), i -> Patch.zeros(1, 8, 8));
        ImageSet clean = new Images("clean", List.of("b", "d", "other"), i -> Patch.zeros(1, 8, 8));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Source.paired(noisy, clean, 1));
        assertTrue(
                refused.getMessage()
                        .endsWith("but 2 images are only in 'noisy', the first is 'a', and one image is only in"
                                + " 'clean', 'other'."),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, both must have the same size.", "2, the clean image must have 2 times the sides."})
    void pairsOfOtherSizesAreRefused(int scale, String expected) {
        Scenes other = new Scenes("other", 40, 3, 40);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Source.paired(SCENES, other, scale)
                        .draw(8, new SplittableRandom(1)));
        assertTrue(refused.getMessage().endsWith("40 x 40 clean; " + expected), refused.getMessage());
    }

    @Test
    void pairsWithoutPartnersAreRefused() {
        Scenes fewer = new Scenes("fewer", 39, 3, 24);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Source.paired(SCENES, fewer, 1));
        assertTrue(refused.getMessage().contains("one image is only in 'scenes', 'scene-39'."), refused.getMessage());
    }

    @Test
    void aCropThatDoesNotFitIsRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Source.synthetic(SCENES, DegradationRange.parse("clean"), 1, 0)
                        .draw(32, new SplittableRandom(1)));
        assertTrue(refused.getMessage().contains("24 x 24"), refused.getMessage());
        assertTrue(refused.getMessage().contains("'scene-"), refused.getMessage());
    }

    @Test
    void theScheduleRisesAndFallsAsACosine() {
        Schedule schedule = new Schedule(1, 10, 110);
        assertEquals(0.1, schedule.rate(0), 1e-12);
        assertEquals(1, schedule.rate(10), 1e-12);
        assertEquals(0.505, schedule.rate(60), 1e-12); // half way: the mean of 1 and 0.01
        assertEquals(0.01, schedule.rate(110), 1e-12);
        assertArrayEquals(new double[] {0.01}, new double[] {schedule.rate(1000)}, 1e-12);
    }

    @Test
    void cachedImagesAreReadOnceWhileTheyFit() throws IOException {
        int[] reads = {0};
        ImageSet counted = new ImageSet() {
            @Override
            public String name() {
                return "counted";
            }

            @Override
            public List<String> names() {
                return List.of("a", "b", "c");
            }

            @Override
            public Patch read(int index) {
                reads[0]++;
                return Patch.zeros(1, 10, 10);
            }

            @Override
            public String sha256() {
                return "";
            }
        };
        CachedImages cached = new CachedImages(counted, 2 * 400); // two images of 100 floats
        cached.read(0);
        cached.read(1);
        cached.read(0);
        assertEquals(2, reads[0]);
        cached.read(2); // drops 1, which was used longest ago
        cached.read(0);
        assertEquals(3, reads[0]);
        cached.read(1);
        assertEquals(4, reads[0]);
    }

    private static Mixture.Part part(String degradation, int images, double weight) {
        return new Mixture.Part(
                Source.synthetic(new Scenes("scenes", images, 1, 16), DegradationRange.parse(degradation), 1, 0),
                weight);
    }

    private static Map<String, Integer> kindsOf(Mixture mixture, int pairs) throws IOException {
        TrainSettings settings =
                TrainSettings.of(NetworkConfig.tiny(1), 1).with(Map.of("batch", Integer.toString(pairs), "crop", "8"));
        Map<String, Integer> counts = new HashMap<>();
        for (Pair pair : mixture.batch(settings, 0).pairs()) counts.merge(pair.kind(), 1, Integer::sum);
        return counts;
    }

    /** Binomial with n 1000, p 1/2: deviation 15.8; 5 deviations are 79. By numbers of images it would be 20. */
    @Test
    void theNumberOfImagesDoesNotCount() throws IOException {
        Map<String, Integer> kinds = kindsOf(new Mixture(List.of(part("noise:5", 500, 1), part("clean", 10, 1))), 1000);
        assertEquals(500, kinds.get("noise"), 79);
    }

    /** Three sources of noise and one of clean images: each kind a half, 5 deviations of a binomial are 79. */
    @Test
    void balancedKindsAreDrawnEquallyOften() throws IOException {
        Mixture mixture = new Mixture(
                List.of(part("noise:5", 9, 1), part("noise:25", 9, 5), part("noise:50", 9, 2), part("clean", 9, 3)));

        Map<String, Integer> kinds = kindsOf(mixture.balanced(), 1000);

        assertEquals(500, kinds.get("noise"), 79);
        assertEquals(
                List.of(1 / 8.0, 5 / 8.0, 2 / 8.0, 1.0),
                mixture.balanced().parts().stream().map(Mixture.Part::weight).toList());
    }

    /** Image i is gain (x 16 / size + i) / 32 + offset. */
    private static ImageSet ramps(String name, double gain, double offset, int size, int count) {
        return new Images(name, count, i -> {
            Patch patch = Patch.zeros(1, size, size);
            for (int k = 0; k < size * size; k++)
                patch.values()[k] = (float) (gain * ((k % size * 16.0 / size) + i) / 32 + offset);
            return patch;
        });
    }

    private static final class Images implements ImageSet {
        private final String name;
        private final List<String> names;
        private final IntFunction<Patch> images;
        private int reads;

        Images(String name, int count, IntFunction<Patch> images) {
            this(name, new Scenes(name, count, 1, 8).names(), images);
        }

        Images(String name, List<String> names, IntFunction<Patch> images) {
            this.name = name;
            this.names = names;
            this.images = images;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> names() {
            return names;
        }

        @Override
        public Patch read(int index) {
            reads++;
            return images.apply(index);
        }

        @Override
        public String sha256() {
            return "";
        }
    }

    private static void assertNear(Patch expected, Patch actual) {
        assertArrayEquals(expected.values(), actual.values(), 1e-5f);
    }

    /** The clean images are brighter by a gain of 2.5 and an offset of 0.3; fitted, nothing remains of that. */
    @Test
    void fittedPairsAreOnTheScaleOfTheDegradedImage() throws IOException {
        ImageSet degraded = ramps("short", 0.4, 0, 16, 5);
        ImageSet clean = ramps("long", 1, 0.3, 16, 5);
        Source source = Source.paired(degraded, clean, 1, Brightness.FITTED);
        for (int seed = 0; seed < 10; seed++) {
            Pair pair = source.draw(8, new SplittableRandom(seed));
            assertNear(pair.degraded(), pair.clean());
            Pair asIs = Source.paired(degraded, clean, 1).draw(8, new SplittableRandom(seed));
            assertEquals(pair.degraded(), asIs.degraded());
            assertEquals(2.5 * asIs.degraded().at(0, 0, 0) + 0.3, asIs.clean().at(0, 0, 0), 1e-5);
        }
        assertEquals("pairs of short and long, gain and offset fitted", source.description());
        assertEquals(
                "pairs of short and long", Source.paired(degraded, clean, 1).description());
    }

    /** The small image is the average of 2 x 2 pixels, times 0.5 plus 0.1: so is the large one then. */
    @Test
    void fittedPairsOfScaleTwoCompareTheAveragedImage() throws IOException {
        ImageSet clean = new Images("large", 3, i -> {
            Patch patch = Patch.zeros(1, 16, 16);
            for (int k = 0; k < 256; k++) patch.values()[k] = (k * 7 + i) % 32 / 32f;
            return patch;
        });
        ImageSet degraded = new Images("small", 3, i -> {
            Patch large;
            try {
                large = clean.read(i);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            Patch small = Patch.zeros(1, 8, 8);
            for (int y = 0; y < 8; y++)
                for (int x = 0; x < 8; x++)
                    small.values()[y * 8 + x] = 0.1f
                            + 0.5f
                                    * (large.at(0, 2 * y, 2 * x)
                                            + large.at(0, 2 * y + 1, 2 * x)
                                            + large.at(0, 2 * y, 2 * x + 1)
                                            + large.at(0, 2 * y + 1, 2 * x + 1))
                                    / 4;
            return small;
        });
        ImageSet fitted = Brightness.FITTED.target(clean, degraded, 2);
        for (int i = 0; i < 3; i++)
            for (int k = 0; k < 256; k++)
                assertEquals(
                        0.1 + 0.5 * clean.read(i).values()[k], fitted.read(i).values()[k], 1e-5);
    }

    @Test
    void aFitIsMadeOnceAndServesAllParts() throws IOException {
        Images degraded = new Images("short", 4, i -> Patch.zeros(1, 8, 8));
        ImageSet fitted = Brightness.FITTED.target(ramps("long", 1, 0, 8, 4), degraded, 1);
        for (int i = 0; i < 12; i++) fitted.read(i % 4);
        assertEquals(4, degraded.reads);
    }

    /** Without contrast only the mean can be fitted: that of the degraded image. */
    @Test
    void aConstantCleanImageGetsTheMeanOfItsDegradedOne() throws IOException {
        Source source = Source.paired(ramps("short", 1, 0, 16, 3), ramps("dark", 0, 0.9, 16, 3), 1, Brightness.FITTED);
        Pair pair = source.draw(16, new SplittableRandom(1));
        double mean = 0;
        for (float value : pair.degraded().values()) mean += value / 256;
        for (float value : pair.clean().values()) assertEquals(mean, value, 1e-5);
    }

    /** Binomial with n 400, p 1/2: deviation 10; 5 deviations are 50. */
    @Test
    void eitherNoisyImageIsTheInputAsOftenAsNot() throws IOException {
        ImageSet first = ramps("first", 1, 0, 16, 6);
        ImageSet second = ramps("second", 1, 10, 16, 6);
        Source source = Source.noisy(first, second);
        int forward = 0;
        for (int seed = 0; seed < 400; seed++) {
            Pair pair = source.draw(8, new SplittableRandom(seed));
            float difference = pair.clean().at(0, 0, 0) - pair.degraded().at(0, 0, 0);
            for (int i = 0; i < 64; i++) // the same place of both
            assertEquals(difference, pair.clean().values()[i] - pair.degraded().values()[i], 1e-5);
            assertEquals(10, Math.abs(difference), 1e-5);
            if (difference > 0) forward++;
        }
        assertEquals(200, forward, 50);
        assertEquals("first, noise to noise", source.kind());
        assertEquals("noise to noise of first and second", source.description());
    }

    @Test
    void noisyImagesWithoutPartnersAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> Source.noisy(ramps("a", 1, 0, 8, 3), ramps("b", 1, 0, 8, 2)));
    }

    /** I = J t + A (1 - t) with t = exp(-beta d), d being a ramp of the cut at the same place. */
    @Test
    void hazeLiesAtTheDepthsOfTheSamePlace() throws IOException {
        ImageSet scenes = ramps("scenes", 1, 0, 16, 4);
        ImageSet depths = ramps("depths", 3200, 50, 16, 4); // 50 + 100 (x + i): stretched, x / 15
        Source source = Source.synthetic(scenes, DegradationChain.parse("haze:1.5,airlight=1"), 1, 0)
                .withDepths(depths);
        Set<Integer> seen = new HashSet<>();
        for (int seed = 0; seed < 40; seed++) {
            Pair pair = source.draw(8, new SplittableRandom(seed));
            for (int i = 0; i < 64; i++) {
                double j = pair.clean().values()[i];
                double t = (1 - pair.degraded().values()[i]) / (1 - j);
                double x = -Math.log(t) / 1.5 * 15; // the column of this pixel
                double scene = j * 32 - x; // what remains is the number of the scene
                assertEquals(Math.rint(scene), scene, 1e-3);
                seen.add((int) Math.rint(scene));
            }
        }
        assertEquals(Set.of(0, 1, 2, 3), seen);
        assertEquals("haze:1.5,airlight=1,near=0.1-0.9, depths of depths", source.description());
        assertEquals(List.of(scenes, depths), source.images());
    }

    @Test
    void depthsStayWithTheirScenesInBothParts() throws IOException {
        Source source = Source.synthetic(
                        ramps("scenes", 1, 0, 16, 20), DegradationRange.parse("haze:1.5,airlight=1"), 1, 0)
                .withDepths(ramps("depths", 1, 0, 16, 20));
        for (boolean heldOut : new boolean[] {false, true}) {
            List<ImageSet> part = source.part(4, heldOut).images();
            assertEquals(part.get(0).names(), part.get(1).names());
            for (int i = 0; i < part.get(0).names().size(); i++)
                assertEquals(part.get(0).read(i), part.get(1).read(i));
        }
    }

    @Test
    void depthsOfOtherNamesAreRefused() {
        Source.Synthetic source = Source.synthetic(SCENES, DegradationRange.parse("haze:1"), 1, 0);
        assertThrows(IllegalArgumentException.class, () -> source.withDepths(new Scenes("depths", 39, 1, 24)));
        ImageSet joined = new JoinedImages(List.of(new Scenes("elsewhere", 40, 1, 24)));
        assertEquals(2, source.withDepths(joined).images().size());
    }

    @Test
    void aChainIsDrawnAsOne() throws IOException {
        DegradationChain chain = DegradationChain.parse("downsample:2+noise:10-20");
        Pair pair = Source.synthetic(SCENES, chain, 2, 0).draw(8, new SplittableRandom(1));
        assertEquals("downsample+noise", pair.kind());
        assertEquals(8, pair.degraded().width());
        assertEquals(16, pair.clean().width());
        assertThrows(IllegalArgumentException.class, () -> Source.synthetic(SCENES, chain, 1, 0));
    }

    /** 400 bytes each. */
    @Test
    void aCacheStaysWithinItsBytes() throws IOException {
        CachedImages cached = new CachedImages(new Scenes("scenes", 100, 1, 10), 1000);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            cached.read(random.nextInt(100));
            assertTrue(cached.bytes() <= 1000, cached.bytes() + " bytes");
        }
        assertEquals(800, cached.bytes());
    }

    /** 100 000 names are compared and divided in no time; by pairs of them it would take 10^10 comparisons. */
    @Test
    void aMissingPartnerAmongVeryManyIsFound() {
        ImageSet many = new Images("many", 100_000, i -> Patch.zeros(1, 8, 8));
        ImageSet fewer = new Images("fewer", 99_999, i -> Patch.zeros(1, 8, 8));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Source.noisy(many, fewer));
        assertTrue(refused.getMessage().contains("one image is only in 'many', 'scene-99999'."), refused.getMessage());
    }
}
