package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.NeedsGpu;
import io.github.ndrfiji.tensor.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Training steps on a GPU. */
@NeedsGpu
class GpuLearnerTest {

    private static final Mixture NOISE = new Mixture(List.of(new Mixture.Part(
            Source.synthetic(new Scenes("scenes", 10, 1, 32), DegradationRange.parse("noise:40"), 1, 0), 1)));

    private static final TrainSettings SETTINGS = TrainSettings.of(NetworkConfig.tiny(1), 5)
            .with(Map.of("order", "JOINT", "rate", "1e-4", "batch", "2", "crop", "16", "seed", "7"));

    /** Losses and, after a step of Adam, weights, which it moves by at most the rate. */
    @Test
    void aStepIsThatOfTheProcessor() throws IOException {
        Step cpu = step(Device.cpu());
        Step gpu = step(Device.parse("gpu"));

        assertEquals(cpu.losses().restore(), gpu.losses().restore(), 1e-3);
        assertEquals(cpu.losses().degrad().orElseThrow(), gpu.losses().degrad().orElseThrow(), 1e-3);
        assertEquals(cpu.weights().keySet(), gpu.weights().keySet());
        cpu.weights()
                .forEach((name, values) ->
                        assertArrayEquals(values, gpu.weights().get(name), 1e-3f, name));
    }

    private record Step(Losses losses, Map<String, float[]> weights) {}

    private static Step step(Device device) throws IOException {
        try (Scope scope = Scope.on(device);
                Ndr ndr = Ndr.random(SETTINGS.network(), device, new SplittableRandom(1));
                Learner learner = Learner.fresh(ndr, SETTINGS, NOISE.kinds())) {
            return new Step(learner.step(NOISE.batch(SETTINGS, 0), 0), ndr.weights());
        }
    }
}
