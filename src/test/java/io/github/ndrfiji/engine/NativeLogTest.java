package io.github.ndrfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.tensor.Torch;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeLogTest {

    /** Of the library that is loaded, not of a second one: the loader finds it by its path. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theEngineWritesErrorsOnlyOnceItHasStarted() {
        int before = NativeLog.isChosen(System.getenv()) ? 1 : 2;
        assertEquals(before, NativeLog.level(Torch.libtorch()).orElseThrow().getInt(0));
    }

    @Test
    void aFolderWithoutLibtorchIsLeftAlone(@TempDir Path empty) {
        assertEquals(Optional.empty(), NativeLog.level(LibtorchFolder.of(empty)));
    }

    @Test
    void whoeverChoseIsNotOverruled() {
        assertTrue(NativeLog.isChosen(Map.of("TORCH_CPP_LOG_LEVEL", "INFO")));
        assertFalse(NativeLog.isChosen(Map.of("TORCH", "")));
    }
}
