package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

    private static final NetworkConfig CONFIG = NetworkConfig.tiny(1);

    /** a = 0, w = 1: a step leaves a = 1 - past^n after n steps with the same past. */
    @Test
    void aConstantIsApproachedAsThePastFades() {
        Map<String, float[]> zeros = new LinkedHashMap<>();
        Map<String, float[]> ones = new LinkedHashMap<>();
        Ndr.parameterShapes(CONFIG).forEach((name, shape) -> {
            int size = 1;
            for (long side : shape) size *= (int) side;
            zeros.put(name, new float[size]);
            float[] filled = new float[size];
            java.util.Arrays.fill(filled, 1);
            ones.put(name, filled);
        });
        try (Scope scope = Scope.on(Device.cpu());
                Ndr learning = Ndr.of(CONFIG, Device.cpu(), ones);
                WeightAverage average = WeightAverage.of(learning, Device.cpu(), 0.5, zeros)) {
            for (int i = 0; i < 3; i++) average.update(1000);
            assertEquals(1 - 0.125, average.ndr().weights().get("dictionary")[5], 1e-6);
            assertEquals(1, learning.weights().get("dictionary")[5], 0);
        }
    }

    /** After the first step the past has the share (1 + 1) / (10 + 1) at most. */
    @Test
    void aFreshRunForgetsItsRandomStart() {
        try (Scope scope = Scope.on(Device.cpu());
                Ndr start = Ndr.random(CONFIG, Device.cpu(), new SplittableRandom(1));
                Ndr learning = Ndr.random(CONFIG, Device.cpu(), new SplittableRandom(2));
                WeightAverage average = WeightAverage.of(learning, Device.cpu(), 0.999, start.weights())) {
            average.update(1);
            double expected = 2 / 11.0 * start.weights().get("dictionary")[0]
                    + 9 / 11.0 * learning.weights().get("dictionary")[0];
            assertEquals(expected, average.ndr().weights().get("dictionary")[0], 1e-6);
        }
    }

    @Test
    void withoutAPastTheWeightsThemselvesAreKept() {
        try (Scope scope = Scope.on(Device.cpu());
                Ndr learning = Ndr.random(CONFIG, Device.cpu(), new SplittableRandom(2));
                WeightAverage average = WeightAverage.of(learning, Device.cpu(), 0, Map.of())) {
            assertSame(learning, average.ndr());
        }
    }
}
