package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    @Test
    void anErrorWhileABatchIsPreparedComesOutAsItIs() {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");
        ImageSet images = new ImageSet() {
            @Override
            public String name() {
                return "large";
            }

            @Override
            public List<String> names() {
                return List.of("a");
            }

            @Override
            public Patch read(int index) {
                throw error;
            }

            @Override
            public String sha256() {
                return "";
            }
        };
        Source source = Source.synthetic(images, DegradationRange.parse("clean"), 1, 0);
        Mixture mixture = new Mixture(List.of(new Mixture.Part(source, 1)));

        try (Prefetch batches = new Prefetch(mixture, TrainSettings.of(NetworkConfig.tiny(1), 1), 0)) {
            assertSame(error, assertThrows(OutOfMemoryError.class, batches::take));
        }
    }
}
