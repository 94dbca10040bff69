package io.github.ndrfiji.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkConfigTest {

    /** A configuration whose fields can be set one by one; valid at first. */
    private static final class Draft {
        int channels = 3, dim = 8, refine = 1, m = 16, n = 8, k = 4, scale = 1;
        double expansion = 2;
        List<Integer> blocks = List.of(1, 1, 1, 1), heads = List.of(1, 2, 2, 4);

        NetworkConfig build() {
            return new NetworkConfig(channels, dim, blocks, heads, refine, expansion, m, n, k, scale);
        }
    }

    private static NetworkConfig with(Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        return draft.build();
    }

    private static Arguments change(String field, Consumer<Draft> change) {
        return Arguments.of(field, change);
    }

    static Stream<Arguments> outOfBounds() {
        return Stream.of(
                change("channels is 0", d -> d.channels = 0),
                change("channels is 17", d -> d.channels = 17),
                change("dim is 0", d -> d.dim = 0),
                change("dim is 9", d -> d.dim = 9),
                change("dim is 514", d -> d.dim = 514),
                change("dim is -8", d -> d.dim = -8),
                change("blocks is [1, 1, 1]", d -> d.blocks = List.of(1, 1, 1)),
                change("blocks is [1, 1, -1, 1]", d -> d.blocks = List.of(1, 1, -1, 1)),
                change("blocks is [1, 1, 1, 65]", d -> d.blocks = List.of(1, 1, 1, 65)),
                change("heads is [1, 1, 1, 1, 1]", d -> d.heads = List.of(1, 1, 1, 1, 1)),
                change("heads is [0, 1, 1, 1]", d -> d.heads = List.of(0, 1, 1, 1)),
                change("heads is [1, 3, 2, 4]", d -> d.heads = List.of(1, 3, 2, 4)),
                change("heads is [1, 2, 2, 128]", d -> d.heads = List.of(1, 2, 2, 128)),
                change("refine is -1", d -> d.refine = -1),
                change("refine is 65", d -> d.refine = 65),
                change("expansion is 0.0", d -> d.expansion = 0),
                change("expansion is 16.5", d -> d.expansion = 16.5),
                change("expansion is NaN", d -> d.expansion = Double.NaN),
                change("m is 0", d -> d.m = 0),
                change("m is 4097", d -> d.m = 4097),
                change("n is 0", d -> d.n = 0),
                change("n is 4097", d -> d.n = 4097),
                change("k is 0", d -> d.k = 0),
                change("k is 257", d -> d.k = 257),
                change("scale is 0", d -> d.scale = 0),
                change("scale is 3", d -> d.scale = 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfBounds")
    void refusesWhatIsOutOfBoundsAndSaysWhatIsExpected(String actual, Consumer<Draft> change) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> with(change)).getMessage();
        assertTrue(message.contains(actual + ", but must be "), message);
    }

    static Stream<Arguments> atTheBounds() {
        return Stream.of(
                change("channels is 1", d -> d.channels = 1),
                change("channels is 16", d -> d.channels = 16),
                change("dim is 512", d -> d.dim = 512),
                change("blocks are 0 and 64", d -> d.blocks = List.of(0, 0, 0, 64)),
                change("heads are the channels", d -> d.heads = List.of(8, 16, 32, 64)),
                change("refine is 0", d -> d.refine = 0),
                change("refine is 64", d -> d.refine = 64),
                change("expansion is 16", d -> d.expansion = 16),
                change("m, n and k are 1", d -> d.m = d.n = d.k = 1),
                change("m and n are 4096", d -> d.m = d.n = 4096),
                change("k is 256", d -> d.k = 256),
                change("scale is 2", d -> d.scale = 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("atTheBounds")
    void acceptsTheBounds(String name, Consumer<Draft> change) {
        assertEquals(with(change), with(change));
    }

    @Test
    void knowsThePresetsByName() {
        assertEquals(NetworkConfig.tiny(1), NetworkConfig.preset("tiny", 1));
        assertEquals(NetworkConfig.compact(3), NetworkConfig.preset("compact", 3));
        assertEquals(NetworkConfig.paper(3), NetworkConfig.preset("paper", 3));
        String message = assertThrows(IllegalArgumentException.class, () -> NetworkConfig.preset("huge", 3))
                .getMessage();
        assertTrue(message.contains("'huge'") && message.contains("tiny, compact or paper"), message);
    }

    @Test
    void aChangeOfScaleChangesNothingElse() {
        assertEquals(2, NetworkConfig.tiny(3).withScale(2).scale());
        assertEquals(NetworkConfig.tiny(3), NetworkConfig.tiny(3).withScale(2).withScale(1));
    }

    /** 27.8 and 10.1 million are what the authors report; the last digits are the layers' closed forms, summed. */
    @Test
    void thePaperHasTheParametersOfThePaper() {
        assertEquals(27_803_383, parameters(NetworkConfig.paper(3), "restore."));
        assertEquals(10_076_163, parameters(NetworkConfig.paper(3), "degrad."));
        assertEquals(128 * 32, parameters(NetworkConfig.paper(3), "dictionary"));
    }

    /** The size that a processor without a GPU can bear. */
    @Test
    void compactIsSmall() {
        assertTrue(parameters(NetworkConfig.compact(3), "restore.") <= 2_200_000);
    }

    private static long parameters(NetworkConfig config, String prefix) {
        return Ndr.parameterShapes(config).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .mapToLong(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * b))
                .sum();
    }
}
