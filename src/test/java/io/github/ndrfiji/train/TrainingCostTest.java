package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.train.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingCostTest {

    private static final TrainSettings SETTINGS = TrainSettings.of(NetworkConfig.compact(3), 3000);

    @ParameterizedTest
    @CsvSource({ // as measured, docs/measurements.md
        "tiny, 4, 64, ALTERNATING, 132",
        "compact, 1, 64, ALTERNATING, 182",
        "compact, 4, 64, ALTERNATING, 400",
        "compact, 8, 64, ALTERNATING, 708",
        "compact, 4, 96, ALTERNATING, 738",
        "compact, 2, 128, ALTERNATING, 670",
        "compact, 4, 64, JOINT, 423",
        "compact, 4, 64, RESTORE_ONLY, 377",
        "paper, 1, 64, ALTERNATING, 2169",
        "paper, 2, 64, ALTERNATING, 2851",
        "paper, 1, 128, ALTERNATING, 4152",
        "paper, 1, 64, JOINT, 2745"
    })
    void theEstimateOfMemoryIsNearWhatWasMeasured(
            String preset, int batch, int crop, TrainingOrder order, double mebibytes) {
        NetworkConfig network = NetworkConfig.preset(preset, 3);
        TrainSettings settings = TrainSettings.of(network, 10)
                .with(Map.of(
                        "order",
                        order.name(),
                        "batch",
                        Integer.toString(batch),
                        "crop",
                        Integer.toString(crop),
                        "average",
                        "0"));
        assertEquals(1, TrainingCost.nativeMemory(settings) / (mebibytes * (1 << 20)), 0.09);
    }

    @Test
    void aNoteTellsTimeAndMemory() {
        List<Finding> findings = new TrainingCost(3000, 0.42, 2, 600_000_000).findings(OptionalLong.empty());
        assertEquals(
                List.of(
                        Finding.note( // 3000 * 0.42 s are 21 minutes
                                "About 21 minutes for 3000 steps on this machine (0.42 s a step, measured over 2), and 0.6 GB of native memory.")),
                findings);
    }

    @ParameterizedTest
    @CsvSource({"10, 1, 10 seconds", "3600, 4, 4.0 hours", "100000, 2.592, 3.0 days", "1, 0.1, 1 second"})
    void timesAreToldInTheirUnit(long steps, double seconds, String time) {
        List<Finding> findings = new TrainingCost(steps, seconds, 2, 1).findings(OptionalLong.empty());
        assertTrue(findings.get(0).message().startsWith("About " + time + " for"), findings::toString);
    }

    @Test
    void tooLittleMemoryIsAWarning() {
        TrainingCost cost = TrainingCost.of(SETTINGS, 3000, 0.42, 2);
        assertEquals(1, cost.findings(OptionalLong.of(cost.nativeMemory())).size());
        List<Finding> findings = cost.findings(OptionalLong.of(cost.nativeMemory() - 1));
        assertEquals(Severity.WARNING, findings.get(0).severity());
        assertEquals(Severity.NOTE, findings.get(1).severity());
    }
}
