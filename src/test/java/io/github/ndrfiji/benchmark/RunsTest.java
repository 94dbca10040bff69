package io.github.ndrfiji.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ndrfiji.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunsTest {

    @Test
    void theFirstRunIsNotMeasured() throws IOException {
        AtomicInteger count = new AtomicInteger(100);

        Runs runs = Runs.of(3, part -> count.getAndDecrement(), Progress.NONE);

        assertEquals(96, count.get());
        assertEquals(new Times(98, 97, 99), runs.times());
    }

    @Test
    void theProgressIsThatOfAllRunsAndACancelEndsThem() {
        List<Long> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(long done, long total) {
                told.add(done);
                told.add(total);
            }

            @Override
            public void log(String message) {}

            @Override
            public boolean isCancelled() {
                return told.size() == 4;
            }
        };

        assertThrows(
                CancellationException.class,
                () -> Runs.of(
                        2,
                        part -> {
                            part.report(1, 5);
                            return 0;
                        },
                        progress));

        assertEquals(List.of(1L, 15L, 6L, 15L), told);
    }
}
