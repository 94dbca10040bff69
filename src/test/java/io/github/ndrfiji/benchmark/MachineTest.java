package io.github.ndrfiji.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.tensor.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void tellsOfThisMachine() {
        Machine machine = Machine.with(List.of(Device.cpu()));

        assertFalse(machine.processor().isBlank());
        assertTrue(machine.cores() >= 1 && machine.threads() >= 1, machine.toString());
        assertEquals(List.of(), machine.gpus());
        assertTrue(machine.memory() > Runtime.getRuntime().totalMemory(), machine.toString());
        assertTrue(machine.system().startsWith(System.getProperty("os.name")), machine.toString());
    }

    @Test
    void aProgramOfTheSystemIsAskedWhereThereIsOne() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertTrue(FirstLine.of(java, "--version").orElseThrow().contains(System.getProperty("java.version")));
        assertEquals(Optional.empty(), FirstLine.of(java, "--no-such-option"));
        assertEquals(Optional.empty(), FirstLine.of("no-such-program"));
    }
}
