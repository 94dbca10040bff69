package io.github.ndrfiji.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NdrTest {

    private static final NetworkConfig CONFIG = NetworkConfig.tiny(1);

    @Test
    void givesBackTheWeightsItWasMadeOf() {
        Map<String, float[]> weights = RandomWeights.of(CONFIG);
        try (Ndr ndr = Ndr.of(CONFIG, Device.cpu(), weights)) {
            assertSame(weights, ndr.weights());
            assertTrue(ndr.hasDegrad());
            assertEquals(CONFIG, ndr.config());
        }
    }

    @Test
    void theOrderOfTheWeightsDoesNotMatter() {
        Map<String, float[]> weights = RandomWeights.of(CONFIG);
        List<String> names = new ArrayList<>(weights.keySet());
        Map<String, float[]> backwards = new LinkedHashMap<>();
        for (int i = names.size() - 1; i >= 0; i--) backwards.put(names.get(i), weights.get(names.get(i)));
        try (Ndr ndr = Ndr.of(CONFIG, Device.cpu(), backwards)) {
            assertSame(weights, ndr.weights());
        }
    }

    @Test
    void worksWithoutNdrDegrad() {
        Map<String, float[]> weights = RandomWeights.forRestoring(CONFIG);
        try (Ndr ndr = Ndr.of(CONFIG, Device.cpu(), weights)) {
            assertFalse(ndr.hasDegrad());
            assertEquals(3, ndr.vectors().size(), "dictionary, encoder, decoder");
            assertSame(weights, ndr.weights());
            String message =
                    assertThrows(IllegalStateException.class, ndr::degrad).getMessage();
            assertTrue(message.contains("NDR-Restore alone"), message);
            assertThrows(IllegalStateException.class, ndr::degradVector);
        }
    }

    @Test
    void aSeedFixesTheFirstWeights() {
        try (Ndr one = Ndr.random(CONFIG, Device.cpu(), new SplittableRandom(5));
                Ndr same = Ndr.random(CONFIG, Device.cpu(), new SplittableRandom(5));
                Ndr other = Ndr.random(CONFIG, Device.cpu(), new SplittableRandom(6))) {
            assertSame(one.weights(), same.weights());
            assertFalse(one.weights().get("dictionary")[0] == other.weights().get("dictionary")[0]);
        }
    }

    @Test
    void refusesMissingWeights() {
        for (String name : List.of("dictionary", "restore.bottleneck.0.attention.temperature", "degrad.embed.bias")) {
            Map<String, float[]> weights = RandomWeights.of(CONFIG);
            weights.remove(name);
            assertRefused(weights, name, "is missing");
        }
    }

    @Test
    void refusesWeightsOfTheWrongLength() {
        for (String name :
                List.of("dictionary", "restore.query.2.from_dictionary.bias", "degrad.refine.conv1.weight")) {
            Map<String, float[]> weights = RandomWeights.of(CONFIG);
            int length = weights.get(name).length;
            weights.put(name, new float[length + 1]);
            assertRefused(weights, name, "needs " + length + " numbers, but " + (length + 1) + " are given");
        }
    }

    @Test
    void refusesWeightsThatItHasNoPlaceFor() {
        for (String name : List.of("restore.encoder.0.1.norm1.bias", "degrad.extra", "Dictionary")) {
            Map<String, float[]> weights = RandomWeights.of(CONFIG);
            weights.put(name, new float[1]);
            assertRefused(weights, name, "has no parameters named");
        }
    }

    private static void assertRefused(Map<String, float[]> weights, String... parts) {
        long live = Scope.liveTensors();
        String message = assertThrows(IllegalArgumentException.class, () -> Ndr.of(CONFIG, Device.cpu(), weights))
                .getMessage();
        for (String part : parts) assertTrue(message.contains(part), message);
        assertEquals(live, Scope.liveTensors());
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
    }
}
