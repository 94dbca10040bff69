package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainSettingsTest {

    private static final TrainSettings DEFAULTS = TrainSettings.of(NetworkConfig.tiny(1), 1000);

    @Test
    void theTextOfAllSettingsMakesTheSameSettings() {
        TrainSettings changed = DEFAULTS.with(Map.of(
                "order",
                "joint",
                "loss",
                "L2",
                "frozen-encoder",
                "TRUE",
                "tell-apart",
                "0.1",
                "patchwork",
                "0.25",
                "crop",
                "32",
                "average",
                "0",
                "patience",
                "7"));
        assertEquals(TrainingOrder.JOINT, changed.objective().order());
        assertEquals(LossKind.L2, changed.objective().loss());
        assertEquals(changed, DEFAULTS.with(changed.named()));
    }

    @ParameterizedTest
    @CsvSource({
        "speed, 3, There is no setting 'speed'",
        "crop, 60, a multiple of 8",
        "crop, big, must be a whole number",
        "loss, L3, 'one of [L1, L2]'",
        "frozen-encoder, yes, true or false",
        "average, 1, below 1",
        "patience, -1, must be 0 or above",
        "tell-apart, -1, must be 0 or above",
        "patchwork, 2, from 0 to 1",
        "lambda, 0, must be above 0",
        "validate-every, 0, give a number from 1",
        "decay, 1, below 1",
        "rate, 2, at most 1",
        "batch, 0, 1 to 1024"
    })
    void wrongOnesAreRefused(String name, String value, String message) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with(Map.of(name, value)));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void presetsAreKnownByTheirLabels() {
        for (TrainingPreset preset : TrainingPreset.values())
            assertEquals(preset, TrainingPreset.named(preset.toString()));
        assertThrows(IllegalArgumentException.class, () -> TrainingPreset.named("a nap"));
    }
}
