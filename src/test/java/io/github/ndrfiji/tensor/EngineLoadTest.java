package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineLoadTest {

    @Test
    void anEngineThatDoesNotLoadIsExplainedByEveryCallButTriedOnce() {
        UnsatisfiedLinkError cause = new UnsatisfiedLinkError("no torch in java.library.path");
        AtomicInteger tries = new AtomicInteger();
        EngineLoad load = new EngineLoad(() -> {
            tries.incrementAndGet();
            throw cause;
        });

        for (int call = 0; call < 2; call++) {
            IllegalStateException e = assertThrows(IllegalStateException.class, load::start);
            assertSame(cause, e.getCause());
            assertTrue(e.getMessage().contains("no torch in java.library.path); install"), e.getMessage());
        }
        assertEquals(1, tries.get());
    }
}
