package io.github.ndrfiji.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.GsonBuilder;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.ParameterVector;
import io.github.ndrfiji.tensor.Recording;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both networks against numbers computed by the executable specification in plain PyTorch. */
class FixtureTest {

    private static final double OUTPUT = 1e-4;
    private static final double LOSS = 1e-3;

    private record Expected(
            NetworkConfig config,
            double lossRestore,
            double lossDegrad,
            double gradientL2,
            Map<String, Double> gradientL2Of) {}

    @ParameterizedTest
    @ValueSource(strings = {"paper-x1", "paper-x2", "paper-gray"})
    void outputsLossesAndEveryGradientMatch(String name) throws IOException {
        Expected expected = expected(name);
        Map<String, Npz.Array> io = Npz.read("/fixtures/" + name + "/io.npz");
        Map<String, float[]> weights = new LinkedHashMap<>();
        Npz.read("/fixtures/" + name + "/weights.npz").forEach((key, array) -> weights.put(key, array.values()));

        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.of(expected.config, Device.cpu(), weights);
                Recording recording = Recording.start()) {
            ndr.vectors().forEach(vector -> vector.learn(true));
            ndr.vectors().forEach(ParameterVector::bind);
            Tensor x = channelsLast(scope, io.get("x"));
            Tensor y = channelsLast(scope, io.get("y"));

            Restoration restoration = ndr.restore(x);
            Tensor degraded = ndr.degrad().forward(y, restoration.degradations());

            assertMatches("restored", io, restoration.image());
            assertMatches("degraded", io, degraded);
            for (int i = 0; i < NetworkConfig.LEVELS; i++) {
                assertMatches("u" + i, io, restoration.levels().get(i).degradation());
                assertMatches("s" + i, io, restoration.levels().get(i).affinity());
            }
            Tensor restoreLoss = restoration.image().minus(y).abs().mean();
            Tensor degradLoss = degraded.minus(x).abs().mean();
            assertEquals(expected.lossRestore, restoreLoss.toFloat(), LOSS * expected.lossRestore);
            assertEquals(expected.lossDegrad, degradLoss.toFloat(), LOSS * expected.lossDegrad);

            restoreLoss.plus(degradLoss).backward();
            Map<String, float[]> gradients = ndr.gradients();
            assertEquals(expected.gradientL2Of.keySet(), gradients.keySet());
            double total = 0;
            for (Map.Entry<String, float[]> gradient : gradients.entrySet()) {
                double norm = norm(gradient.getValue());
                double wanted = expected.gradientL2Of.get(gradient.getKey());
                assertEquals(wanted, norm, LOSS * wanted, gradient.getKey());
                total += norm * norm;
            }
            assertEquals(expected.gradientL2, Math.sqrt(total), LOSS * expected.gradientL2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper-x1", "paper-x2", "paper-gray"})
    void declaresTheParametersOfTheReference(String name) throws IOException {
        Map<String, long[]> shapes = Ndr.parameterShapes(expected(name).config);
        Map<String, Npz.Array> weights = Npz.read("/fixtures/" + name + "/weights.npz");
        assertEquals(weights.keySet(), shapes.keySet());
        shapes.forEach((key, shape) -> assertArrayEquals(weights.get(key).shape(), shape, key));
    }

    private static Expected expected(String name) throws IOException {
        try (Reader reader = new InputStreamReader(
                FixtureTest.class.getResourceAsStream("/fixtures/" + name + "/expected.json"),
                StandardCharsets.UTF_8)) {
            // gradient_l2, loss_restore: the reference writes Python names.
            return new GsonBuilder()
                    .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
                    .create()
                    .fromJson(reader, Expected.class);
        }
    }

    private static Tensor channelsLast(Scope scope, Npz.Array array) {
        return scope.tensor(array.values(), array.shape()).permute(0, 2, 3, 1);
    }

    private static void assertMatches(String name, Map<String, Npz.Array> expected, Tensor channelsLast) {
        float[] wanted = expected.get(name).values();
        Tensor actual = channelsLast.permute(0, 3, 1, 2);
        assertArrayEquals(expected.get(name).shape(), actual.shape(), name);
        float[] values = actual.toFloats();
        double largest = 0, difference = 0;
        for (int i = 0; i < wanted.length; i++) {
            largest = Math.max(largest, Math.abs(wanted[i]));
            difference = Math.max(difference, Math.abs(wanted[i] - values[i]));
        }
        assertTrue(difference <= OUTPUT * largest, name + " differs by " + difference + " of " + largest);
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) sum += (double) value * value;
        return Math.sqrt(sum);
    }
}
