package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValidationTest {

    /** Every other image is a background without anything. */
    private record HalfEmpty(Scenes scenes) implements ImageSet {

        @Override
        public String name() {
            return "half empty";
        }

        @Override
        public List<String> names() {
            return scenes.names();
        }

        @Override
        public Patch read(int index) {
            return index % 2 == 1 ? scenes.read(index) : Patch.zeros(1, scenes.size(), scenes.size());
        }

        @Override
        public String sha256() {
            return scenes.sha256();
        }
    }

    private static List<Example> examples(int size, String... degradations) throws IOException {
        ImageSet images = new HalfEmpty(new Scenes("scenes", 8, 1, size));
        Mixture mixture = new Mixture(Stream.of(degradations)
                .map(text -> new Mixture.Part(Source.synthetic(images, DegradationRange.parse(text), 1, 0), 1))
                .toList());
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(NetworkConfig.tiny(1), Device.cpu(), new SplittableRandom(1))) {
            return Validation.of(mixture, 16, true, Progress.NONE).examples(ndr, Progress.NONE);
        }
    }

    private static List<String> inputs(List<Example> examples) {
        return examples.stream()
                .map(example -> example.kind() + " " + example.degraded().width())
                .toList();
    }

    @Test
    void thereAreThreeLargeExamplesAndEachShowsSomething() throws IOException {
        List<Example> examples = examples(160, "noise:20");
        assertEquals(List.of("noise 128", "noise 128", "noise 128"), inputs(examples));
        for (Example example : examples) {
            float[] target = example.clean().values();
            float first = target[0];
            long others = 0;
            for (float value : target) if (value != first) others++;
            assertNotEquals(0, others, "the target is a background");
            assertEquals(128, example.restored().width());
            assertEquals(128, example.degradedAgain().orElseThrow().width());
        }
    }

    @Test
    void ofManyKindsThereIsOneEach() throws IOException {
        assertEquals(
                List.of("noise 128", "haze 128", "rain 128", "clean 128"),
                inputs(examples(128, "noise:20", "haze:1", "rain:0.5", "clean")));
    }

    @Test
    void examplesOfSmallImagesAreSmall() throws IOException {
        assertEquals(List.of("noise 16", "noise 16", "noise 16"), inputs(examples(100, "noise:20")));
    }
}
