package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
                "DefaultCPUAllocator: not enough memory: you tried to allocate 64 bytes. | true",
                "could not create a memory object | true",
                "std::bad_alloc | true",
                "CUDA out of memory. Tried to allocate 2.00 GiB. | true",
                "CUDA error: out of memory | true",
                "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)` | true",
                "cuDNN error: CUDNN_STATUS_ALLOC_FAILED | true",
                "CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasSgemm` | false",
                "cuDNN error: CUDNN_STATUS_NOT_SUPPORTED | false",
                "The size of tensor a (3) must match the size of tensor b (4) | false",
            })
    void theEnginesTextTellsWhetherMemoryWasShort(String text, boolean expected) {
        EngineException failure = new EngineException(text);

        assertEquals(expected, Torch.isOutOfMemory(failure));
        assertEquals(expected, Torch.isOutOfMemory(new IllegalStateException("around it", failure)));
    }

    @Test
    void theProcessorTellsItsFreeMemory() {
        assumeFalse(System.getProperty("os.name").startsWith("Mac"), "macOS does not tell");
        long free = Torch.freeMemory(Device.cpu()).orElseThrow();
        assertTrue(free > 100 << 20, free + " bytes"); // this test's JVM would not run with less
    }

    @Test
    void javasOwnMemoryIsAnotherMatter() {
        assertEquals(false, Torch.isOutOfMemory(new OutOfMemoryError("Java heap space")));
    }

    @Test
    void onlyTheEnginesOwnTextCounts() {
        assertEquals(false, Torch.isOutOfMemory(new IllegalArgumentException("CUDA out of memory")));
        assertEquals(false, Torch.isOutOfMemory(new EngineException((String) null)));
    }
}
