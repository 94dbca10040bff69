package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

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
    void heldOutImagesAreNeverTrainedOn() {
        Set<String> trained = new HashSet<>(Part.trainedOn(SCENES, 5).names());
        Set<String> heldOut = new HashSet<>(Part.heldOut(SCENES, 5).names());
        assertEquals(40, trained.size() + heldOut.size());
        assertTrue(heldOut.size() >= 2, "about one in five of 40");
        heldOut.retainAll(trained);
        assertEquals(Set.of(), heldOut);
    }

    @Test
    void evenASmallSetHasAnImageThatIsHeldOut() {
        for (int count = 2; count < 12; count++) {
            Scenes few = new Scenes("few", count, 1, 24);
            assertEquals(1, Part.heldOut(few, 1000).names().size());
            assertEquals(count - 1, Part.trainedOn(few, 1000).names().size());
        }
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
    void pairsWithoutPartnersAreRefused() {
        Scenes fewer = new Scenes("fewer", 39, 3, 24);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Source.paired(SCENES, fewer, 1));
        assertTrue(refused.getMessage().contains("'scene-39' is only in the first"), refused.getMessage());
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
}
