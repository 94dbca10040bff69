package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void namesAreReadBack() {
        assertEquals(Device.cpu(), Device.parse(" CPU "));
        assertEquals("cpu", Device.cpu().toString());
        assertEquals("gpu:1", new Device(1).toString());
    }

    @Test
    void anUnknownNameIsRefusedWithTheOnesThereAre() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Device.parse("tpu"));
        assertTrue(refused.getMessage().contains("auto, cpu, gpu"), refused.getMessage());
    }

    @Test
    void aGpuThatIsNotThereIsRefused() {
        String missing = "gpu:" + Torch.gpuCount();
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Device.parse(missing));
        assertTrue(refused.getMessage().contains("use cpu or auto"), refused.getMessage());
    }

    @Test
    void autoIsAGpuOnlyWhereThereIsOne() {
        assertEquals(Torch.gpuCount() > 0, Device.auto().isGpu());
    }
}
