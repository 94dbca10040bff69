package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.network.Restoration;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneChannelTest {

    private static final int SIDE = 16;

    private static ModelBundle colour(int scale) {
        NetworkConfig config =
                new NetworkConfig(3, 2, List.of(0, 0, 0, 1), List.of(1, 1, 1, 2), 0, 1.0, 2, 3, 1, scale);
        return new ModelBundle(
                Bundles.info("colour").withNetwork(config),
                Bundles.weights(config),
                Bundles.provenance(),
                "# Colour\n",
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void givesForAGrayImageTheMeanOfTheColours(int scale) {
        ModelBundle colour = colour(scale);
        float[][] three = outputs(colour);
        float[][] one = outputs(colour.inOneChannel());
        for (int network = 0; network < 2; network++) {
            float[] mean = meanOfThree(three[network]);
            assertArrayEquals(mean, one[network], 1e-5f * largest(mean), "network " + network);
        }
    }

    /** What NDR-Restore gives for a gray image, and NDR-Degrad for another with the degradation of the first. */
    private static float[][] outputs(ModelBundle bundle) {
        int channels = bundle.info().network().channels();
        int scale = bundle.info().network().scale();
        try (NdrModel model = NdrModel.open(bundle, Device.cpu());
                Scope scope = Scope.on(Device.cpu())) {
            Restoration restored = model.networks().restore(gray(scope, SIDE, channels, 1));
            Tensor degraded =
                    model.networks().degrad().forward(gray(scope, scale * SIDE, channels, 2), restored.degradations());
            return new float[][] {restored.image().toFloats(), degraded.toFloats()};
        }
    }

    private static Tensor gray(Scope scope, int side, int channels, long seed) {
        Random random = new Random(seed);
        float[] values = new float[side * side * channels];
        for (int i = 0; i < values.length; i++)
            values[i] = i % channels == 0 ? random.nextFloat() : values[i - 1]; // channels vary fastest
        return scope.tensor(values, 1, side, side, channels);
    }

    private static float[] meanOfThree(float[] values) {
        float[] means = new float[values.length / 3];
        for (int i = 0; i < values.length; i++) means[i / 3] += values[i] / 3;
        return means;
    }

    /** By which errors of rounding are judged, since random weights give large numbers. */
    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) largest = Math.max(largest, Math.abs(value));
        return largest;
    }

    @Test
    void saysSoAndKeepsTheRest() {
        ModelBundle colour = colour(1);
        ModelBundle gray = colour.inOneChannel();
        assertEquals(1, gray.info().network().channels());
        assertEquals(colour.info().name(), gray.info().name());
        assertEquals(colour.provenance(), gray.provenance());
        assertEquals(colour.weights().get("dictionary"), gray.weights().get("dictionary"));
    }

    @Test
    void aModelOfOneChannelStaysAsItIs() {
        ModelBundle model = Bundles.complete();
        assertSame(model, model.inOneChannel());
    }
}
