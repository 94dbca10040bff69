package io.github.ndrfiji.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Arrays by name, in an order that files keep: the weights of a model, or the moments of an optimiser.
 *
 * @param byName the arrays; the map is copied, the arrays are not
 */
public record NamedArrays(Map<String, FloatArray> byName) {

    public NamedArrays {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** The values in their order, each with the shape of its name. */
    public static NamedArrays of(Map<String, float[]> values, Map<String, long[]> shapes) {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        values.forEach((name, numbers) -> arrays.put(name, new FloatArray(shapes.get(name), numbers)));
        return new NamedArrays(arrays);
    }

    /** The values alone, by name. */
    public Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        byName.forEach((name, array) -> values.put(name, array.values()));
        return values;
    }

    /**
     * The array of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FloatArray get(String name) {
        FloatArray array = byName.get(name);
        if (array == null)
            throw new IllegalArgumentException("No array is called '" + name + "'; there are " + byName.keySet() + ".");
        return array;
    }

    Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        byName.forEach((name, array) -> shapes.put(name, array.shape()));
        return shapes;
    }
}
