package io.github.ndrfiji.model;

import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights of a colour network as those of a network of one channel, which gives for a gray image the mean of the
 * channels that the colour network gives for it: where a convolution reads the image, its weights are summed over the
 * channels, where it writes it, they are averaged. All other weights stay.
 */
final class OneChannel {

    private OneChannel() {}

    /** @param colour weights by name of a network of that configuration */
    static NamedArrays of(NamedArrays colour, NetworkConfig config) {
        Map<String, long[]> wanted = Ndr.parameterShapes(config.withChannels(1));
        Map<String, FloatArray> gray = new LinkedHashMap<>();
        colour.byName().forEach((name, array) -> gray.put(name, fitted(array, wanted.get(name))));
        return new NamedArrays(gray);
    }

    private static FloatArray fitted(FloatArray array, long[] wanted) {
        FloatArray written = merged(array, wanted, 0, true);
        return wanted.length < 2 ? written : merged(written, wanted, 1, false);
    }

    /** Sums, or averages, along an axis whose colours lie outermost, as those before a pixel shuffle do. */
    private static FloatArray merged(FloatArray array, long[] wanted, int axis, boolean mean) {
        long[] shape = array.shape().clone();
        int colours = Math.toIntExact(shape[axis] / wanted[axis]);
        if (colours == 1) return array;
        shape[axis] = wanted[axis];
        int inner = 1;
        for (int i = axis; i < shape.length; i++) inner *= Math.toIntExact(shape[i]);
        float[] values = new float[array.values().length / colours];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int c = 0; c < colours; c++) sum += array.values()[(i / inner * colours + c) * inner + i % inner];
            values[i] = (float) (mean ? sum / colours : sum);
        }
        return new FloatArray(shape, values);
    }
}
