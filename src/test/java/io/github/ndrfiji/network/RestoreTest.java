package io.github.ndrfiji.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreTest {

    private static final NetworkConfig CONFIG = NetworkConfig.tiny(3);

    @ParameterizedTest
    @CsvSource({"8, 8, 1", "8, 40, 1", "24, 16, 1", "8, 8, 2", "16, 24, 2"})
    void takesAnyMultiplesOfEight(int height, int width, int scale) {
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = open(CONFIG.withScale(scale))) {
            Restoration restoration = ndr.restore(scope.tensor(noise(2 * height * width * 3), 2, height, width, 3));
            assertArrayEquals(
                    new long[] {2, scale * height, scale * width, 3},
                    restoration.image().shape());
            assertEquals(3, restoration.levels().size());
            for (int i = 0; i < 3; i++) {
                Restoration.Level level = restoration.levels().get(i);
                long h = height >> i, w = width >> i, c = CONFIG.dim() << i;
                assertArrayEquals(new long[] {2, h, w, c}, level.feature().shape());
                assertArrayEquals(new long[] {2, h, w, c}, level.degradation().shape());
                assertArrayEquals(
                        new long[] {2, h, w, CONFIG.n()}, level.affinity().shape());
            }
        }
    }

    @Test
    void theAffinitiesOfAPixelAreSharesOfOne() {
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = open(CONFIG)) {
            Restoration restoration = ndr.restore(scope.tensor(noise(16 * 16 * 3), 1, 16, 16, 3));
            for (Restoration.Level level : restoration.levels()) {
                float[] shares = level.affinity().toFloats();
                for (int pixel = 0; pixel < shares.length; pixel += CONFIG.n()) {
                    double sum = 0;
                    for (int i = pixel; i < pixel + CONFIG.n(); i++) {
                        assertTrue(shares[i] >= 0 && shares[i] <= 1, "share " + shares[i]);
                        sum += shares[i];
                    }
                    assertEquals(1, sum, 1e-5);
                }
            }
        }
    }

    @Test
    void theEncoderAloneFindsTheAffinitiesOfTheWholeNetwork() {
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = open(CONFIG)) {
            Tensor x = scope.tensor(noise(2 * 16 * 24 * 3), 2, 16, 24, 3);
            List<Tensor> whole = ndr.restore(x).affinities();
            long before = Scope.liveTensors();
            List<Tensor> alone = ndr.affinities(x);
            assertEquals(before + 3, Scope.liveTensors());
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(
                        new long[] {2, 16 >> i, 24 >> i, CONFIG.n()},
                        alone.get(i).shape());
                assertArrayEquals(whole.get(i).toFloats(), alone.get(i).toFloats());
            }
        }
    }

    @Test
    void anImageIsRestoredInABatchAsAlone() {
        List<float[]> images = List.of(noise(3 * 16 * 24), new float[3 * 16 * 24], noise(3 * 16 * 24));
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = open(CONFIG)) {
            List<float[]> together =
                    Images.split(ndr.restore(Images.batch(images, 3, 16, 24)).image());
            for (int i = 0; i < images.size(); i++) {
                Tensor alone = Images.batch(List.of(images.get(i)), 3, 16, 24);
                Closeness.assertClose(Images.split(ndr.restore(alone).image()).get(0), together.get(i), 1e-5);
            }
        }
    }

    /** With its last convolution at zero the network adds nothing to what it was given. */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void whatIsLearnedIsAddedToTheInput(int scale) {
        NetworkConfig config = CONFIG.withScale(scale);
        var weights = RandomWeights.forRestoring(config);
        weights.replaceAll(
                (name, values) -> name.startsWith("restore.reconstruct.") ? new float[values.length] : values);
        float[] image = noise(8 * 8);
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.of(config, Device.cpu(), weights)) {
            Tensor x = scope.tensor(repeated(image, 3), 1, 3, 8, 8).permute(0, 2, 3, 1);
            float[] restored = Images.split(ndr.restore(x).image()).get(0);
            int side = 8 * scale;
            for (int i = 0; i < restored.length; i++) {
                int column = i % side / scale, row = i / side % side / scale;
                assertEquals(image[8 * row + column], restored[i]);
            }
        }
    }

    private static float[] repeated(float[] values, int times) {
        float[] all = new float[values.length * times];
        for (int i = 0; i < all.length; i++) all[i] = values[i % values.length];
        return all;
    }

    private static Ndr open(NetworkConfig config) {
        return Ndr.of(config, Device.cpu(), RandomWeights.forRestoring(config));
    }

    private static float[] noise(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble();
        return values;
    }
}
