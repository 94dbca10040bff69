package io.github.ndrfiji.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Numbers for every parameter, biases and norms included, such that features neither vanish nor grow without bound. */
final class RandomWeights {

    private RandomWeights() {}

    /** Those of both networks and the dictionary. */
    static Map<String, float[]> of(NetworkConfig config) {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, float[]> weights = new LinkedHashMap<>();
        Ndr.parameterShapes(config).forEach((name, shape) -> weights.put(name, draw(shape, random)));
        return weights;
    }

    /** Those of NDR-Restore and the dictionary. */
    static Map<String, float[]> forRestoring(NetworkConfig config) {
        Map<String, float[]> weights = of(config);
        weights.keySet().removeIf(name -> name.startsWith("degrad."));
        return weights;
    }

    /** Uniform, less wide the more numbers meet in one output. */
    private static float[] draw(long[] shape, SplittableRandom random) {
        long fan = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
        float[] values = new float[Math.toIntExact(fan * shape[0])];
        double bound = 1 / Math.sqrt(fan);
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble(-bound, bound);
        return values;
    }
}
