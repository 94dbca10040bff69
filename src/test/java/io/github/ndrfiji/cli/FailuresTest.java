package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import io.github.ndrfiji.train.Diverged;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aCancelSaysWhatItHasToSay() {
        assertEquals(
                "Cancelled at step 3; run the same command again.",
                Failures.message(new CancellationException("Cancelled at step 3; run the same command again.")));
        assertEquals("Interrupted.", Failures.message(new CancellationException()));
    }

    @Test
    void tooLittleMemoryOfTheDeviceHasARemedy() {
        String message = Failures.message(new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB."));

        assertTrue(message.startsWith("The device has too little memory; close other programs"), message);
    }

    @Test
    void aTrainingThatDivergesIsNotUnexpected() {
        assertEquals("Training has diverged.", Failures.message(new Diverged("Training has diverged.")));
    }

    @Test
    void theUnexpectedAsksForAReport() {
        String message = Failures.message(new ClassCastException("a cannot be cast to b"));

        assertTrue(message.contains("(java.lang.ClassCastException: a cannot be cast to b); run again with --debug"));
        assertTrue(Failures.message(new ArithmeticException("integer overflow")).contains("run again with --debug"));
    }
}
