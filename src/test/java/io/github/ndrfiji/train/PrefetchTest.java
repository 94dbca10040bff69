package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.NetworkConfig;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    /** Others may read the images then, and an interrupt would close the file of a {@code FileChannel}. */
    @Test
    void closingWaitsForTheBatchThatIsBeingRead() throws InterruptedException {
        Scenes scenes = new Scenes("scenes", 1, 1, 64);
        CountDownLatch reading = new CountDownLatch(1);
        AtomicInteger read = new AtomicInteger();
        AtomicBoolean interrupted = new AtomicBoolean();
        ImageSet slow = new ImageSet() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public List<String> names() {
                return scenes.names();
            }

            @Override
            public Patch read(int index) {
                reading.countDown();
                try {
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
                read.incrementAndGet();
                return scenes.read(index);
            }

            @Override
            public String sha256() {
                return "";
            }
        };
        Source source = Source.synthetic(slow, DegradationRange.parse("clean"), 1, 0);
        Mixture mixture = new Mixture(List.of(new Mixture.Part(source, 1)));
        TrainSettings settings = TrainSettings.of(NetworkConfig.tiny(1), 1);
        try (Prefetch batches = new Prefetch(mixture, settings, 0)) {
            reading.await();
        }
        assertEquals(settings.batch(), read.get());
        assertFalse(interrupted.get());
    }

    @Test
    void nothingIsPreparedAfterTheLastStep() throws IOException {
        AtomicInteger drawn = new AtomicInteger();
        Source source = Source.synthetic(new Scenes("scenes", 1, 1, 64), DegradationRange.parse("clean"), 1, 0);
        ImageSet counted = new ImageSet() {
            @Override
            public String name() {
                return "counted";
            }

            @Override
            public List<String> names() {
                return List.of("a");
            }

            @Override
            public Patch read(int index) throws IOException {
                drawn.incrementAndGet();
                return source.images().get(0).read(index);
            }

            @Override
            public String sha256() {
                return "";
            }
        };
        Mixture mixture = new Mixture(
                List.of(new Mixture.Part(Source.synthetic(counted, DegradationRange.parse("clean"), 1, 0), 1)));
        TrainSettings settings = TrainSettings.of(NetworkConfig.tiny(1), 2);
        try (Prefetch batches = new Prefetch(mixture, settings, 0)) {
            batches.take();
            batches.take();
        }
        assertEquals(2 * settings.batch(), drawn.get());
    }

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
