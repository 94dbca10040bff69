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
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    private static final Patch IMAGE = Patch.zeros(1, 64, 64);

    /** A set of one image. */
    private record OneImage(Supplier<Patch> image) implements ImageSet {

        @Override
        public String name() {
            return "one";
        }

        @Override
        public List<String> names() {
            return List.of("a");
        }

        @Override
        public Patch read(int index) {
            return image.get();
        }

        @Override
        public String sha256() {
            return "";
        }
    }

    private static Prefetch prefetch(long steps, Supplier<Patch> image) {
        Source source = Source.synthetic(new OneImage(image), DegradationRange.parse("clean"), 1, 0);
        Mixture mixture = new Mixture(List.of(new Mixture.Part(source, 1)));
        return new Prefetch(mixture, settings(steps), 0);
    }

    private static TrainSettings settings(long steps) {
        return TrainSettings.of(NetworkConfig.tiny(1), steps);
    }

    /** Others may read the images then, and an interrupt would close the file of a {@code FileChannel}. */
    @Test
    void closingWaitsForTheBatchThatIsBeingRead() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicInteger read = new AtomicInteger();
        AtomicBoolean interrupted = new AtomicBoolean();
        Supplier<Patch> slow = () -> {
            reading.countDown();
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            read.incrementAndGet();
            return IMAGE;
        };
        try (Prefetch batches = prefetch(1, slow)) {
            reading.await();
        }
        assertEquals(settings(1).batch(), read.get());
        assertFalse(interrupted.get());
    }

    @Test
    void nothingIsPreparedAfterTheLastStep() throws IOException, InterruptedException {
        AtomicInteger read = new AtomicInteger();
        Supplier<Patch> counted = () -> {
            read.incrementAndGet();
            return IMAGE;
        };
        try (Prefetch batches = prefetch(2, counted)) {
            batches.take();
            batches.take();
            Thread.sleep(200); // in which a third one would begin
        }
        assertEquals(2 * settings(2).batch(), read.get());
    }

    @Test
    void anErrorWhileABatchIsPreparedComesOutAsItIs() {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");
        Supplier<Patch> failing = () -> {
            throw error;
        };
        try (Prefetch batches = prefetch(1, failing)) {
            assertSame(error, assertThrows(OutOfMemoryError.class, batches::take));
        }
    }
}
