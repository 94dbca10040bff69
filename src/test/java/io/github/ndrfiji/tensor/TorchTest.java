package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchTest {

    /** Texts of libtorch 2.7. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 64 bytes. | true",
                "CUDA out of memory. Tried to allocate 2.00 GiB. | true",
                "The size of tensor a (3) must match the size of tensor b (4) | false",
            })
    void theEnginesTextTellsWhetherMemoryWasShort(String text, boolean expected) {
        EngineException failure = new EngineException(text);

        assertEquals(expected, Torch.isOutOfMemory(failure));
        assertEquals(expected, Torch.isOutOfMemory(new IllegalStateException("around it", failure)));
    }

    @Test
    void onlyTheEnginesOwnTextCounts() {
        assertEquals(false, Torch.isOutOfMemory(new IllegalArgumentException("CUDA out of memory")));
        assertEquals(false, Torch.isOutOfMemory(new EngineException((String) null)));
    }
}
