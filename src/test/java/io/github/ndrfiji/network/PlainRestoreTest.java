package io.github.ndrfiji.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison is fair only if both forms compute the same. */
class PlainRestoreTest {

    /** The size of the fixtures. */
    private static final NetworkConfig FIXTURE =
            new NetworkConfig(3, 8, List.of(1, 2, 1, 1), List.of(1, 2, 2, 4), 1, 2.66, 16, 8, 4, 1);

    @Test
    void givesTheNumbersOfTheReference() throws IOException {
        Map<String, Npz.Array> io = Npz.read("/fixtures/paper-x1/io.npz");
        Map<String, float[]> weights = new LinkedHashMap<>();
        Npz.read("/fixtures/paper-x1/weights.npz").forEach((name, array) -> weights.put(name, array.values()));
        try (PlainRestore plain = new PlainRestore(FIXTURE, weights);
                NDManager pass = plain.newPass()) {
            Npz.Array x = io.get("x");
            PlainRestore.Output output = plain.forward(pass.create(x.values(), new Shape(x.shape())));
            assertMatches(io.get("restored"), output.image());
            for (int i = 0; i < NetworkConfig.LEVELS; i++) {
                assertMatches(io.get("u" + i), output.degradations().get(i));
                assertMatches(io.get("s" + i), output.affinities().get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void givesTheSameAsTheFastForm(int scale) {
        NetworkConfig config = FIXTURE.withScale(scale);
        Map<String, float[]> weights = RandomWeights.forRestoring(config);
        Patch image = RestoreForm.image(24);
        try (RestoreForm.Opened fast = new FastRestore(config, weights);
                RestoreForm.Opened plain = new PlainRestore(config, weights)) {
            Patch expected = fast.restore(image);
            Patch actual = plain.restore(image);
            assertEquals(24 * scale, actual.height());
            assertEquals(24 * scale, actual.width());
            Closeness.assertClose(expected.values(), actual.values(), 1e-4);
        }
    }

    @Test
    void leavesNoArrayBehind() {
        NetworkConfig config = NetworkConfig.tiny(3);
        try (PlainRestore plain = new PlainRestore(config, RandomWeights.forRestoring(config))) {
            int before = plain.liveArrays();
            plain.restore(RestoreForm.image(8));
            assertEquals(before, plain.liveArrays());
        }
    }

    private static void assertMatches(Npz.Array expected, NDArray actual) {
        assertEquals(new Shape(expected.shape()), actual.getShape());
        Closeness.assertClose(expected.values(), actual.toFloatArray(), 1e-4);
    }
}
