package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckEngineCommandTest extends CommandTest {

    @Test
    void itTellsWhatRunsWhere() throws Exception {
        String report = (String) run(CheckEngineCommand.class, Map.of()).getOutput("report");

        for (String name : List.of("NDR-Restore", "ImageJ", "Java", "DJL", "libtorch", "Device", "Auto takes", "Model"))
            assertTrue(report.contains("\n" + name + " ") || report.startsWith(name), name + " in " + report);
        assertTrue(report.contains(System.getProperty("java.version")), report);
        assertTrue(report.contains(models.toString()), report);
    }
}
