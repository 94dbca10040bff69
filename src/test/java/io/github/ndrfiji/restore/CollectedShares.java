package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.TileBlender.RowSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All affinities of an image: by plane and group, then {@code [row][learned degradation][column]}. */
final class CollectedShares implements AffinitySink {

    private final Map<String, List<float[][]>> rows = new LinkedHashMap<>();

    @Override
    public RowSink begin(long plane, int group) {
        List<float[][]> of = new ArrayList<>();
        if (rows.put(plane + "/" + group, of) != null)
            throw new IllegalStateException("Plane " + plane + ", group " + group + " comes twice.");
        return (y, values) -> {
            if (y != of.size()) throw new IllegalStateException("Row " + y + " comes after " + of.size() + " rows.");
            float[][] copy = new float[values.length][];
            for (int n = 0; n < copy.length; n++) copy[n] = values[n].clone();
            of.add(copy);
        };
    }

    /** Keys {@code plane/group}, in the order in which they came. */
    List<String> parts() {
        return List.copyOf(rows.keySet());
    }

    List<float[][]> of(String part) {
        return rows.get(part);
    }
}
