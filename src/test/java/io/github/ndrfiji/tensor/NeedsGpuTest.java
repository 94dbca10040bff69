package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.engine.CpuReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class NeedsGpuTest {

    @Test
    void withoutAGpuATestIsSkippedWithTheReason() {
        CpuReason reason = new CpuReason(CpuReason.Kind.NO_DRIVER, "No NVIDIA driver was found.", "Install it.");
        ConditionEvaluationResult result = NeedsGpu.Condition.following(Optional.of(reason));

        assertTrue(result.isDisabled());
        assertEquals(Optional.of("No NVIDIA driver was found. Install it."), result.getReason());
        assertFalse(NeedsGpu.Condition.following(Optional.empty()).isDisabled());
    }

    @Test
    void thereIsAReasonExactlyWhereThereIsNoGpu() {
        assertEquals(Torch.gpuCount() == 0, Torch.whyNoGpu().isPresent());
    }

    /** Fails on a machine where it is not skipped although it should be, and the other way round. */
    @Test
    @NeedsGpu
    void withAGpuATestRuns() {
        assertTrue(Torch.gpuCount() > 0);
    }
}
