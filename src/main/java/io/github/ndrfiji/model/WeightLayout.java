package io.github.ndrfiji.model;

import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The weights that a model of some configuration has: those of both networks and the dictionary, or all but NDR-Degrad's.
 */
final class WeightLayout {

    private static final String DEGRAD = "degrad.";

    private final Map<String, long[]> complete;

    private WeightLayout(Map<String, long[]> complete) {
        this.complete = complete;
    }

    static WeightLayout of(NetworkConfig config) {
        return new WeightLayout(Ndr.parameterShapes(config));
    }

    static boolean isDegrad(String name) {
        return name.startsWith(DEGRAD);
    }

    record Mismatch(String found, String expected) {}

    /** Bytes of all weights in 32 bits. */
    long bytes() {
        return 4 * complete.values().stream().mapToLong(FloatArray::elements).sum();
    }

    /** The first thing that differs from both sets of weights, if any. */
    Optional<Mismatch> mismatch(Map<String, long[]> shapes) {
        Map<String, long[]> expected = new LinkedHashMap<>(complete);
        if (shapes.keySet().stream().noneMatch(WeightLayout::isDegrad))
            expected.keySet().removeIf(WeightLayout::isDegrad);
        for (var entry : expected.entrySet()) {
            String name = entry.getKey();
            if (!shapes.containsKey(name)) return mismatch("no tensor '" + name + "'", "one");
            if (!Arrays.equals(shapes.get(name), entry.getValue()))
                return mismatch(
                        "tensor '" + name + "' of shape " + Arrays.toString(shapes.get(name)),
                        "shape " + Arrays.toString(entry.getValue()) + " by the network's configuration");
        }
        for (String name : shapes.keySet())
            if (!expected.containsKey(name))
                return mismatch("the unknown tensor '" + name + "'", "only those of the network's configuration");
        return Optional.empty();
    }

    private static Optional<Mismatch> mismatch(String found, String expected) {
        return Optional.of(new Mismatch(found, expected));
    }
}
