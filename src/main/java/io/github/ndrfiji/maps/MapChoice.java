package io.github.ndrfiji.maps;

import io.github.ndrfiji.restore.AffinityLevel;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The maps that a user wants.
 *
 * @param kinds at least one; the layers come in this order, and none twice
 * @param top how many learned degradations {@link MapKind#TOP} shows, at least 1; all if there are fewer
 * @param level the level of the network that the affinities come from
 */
public record MapChoice(List<MapKind> kinds, int top, AffinityLevel level) {

    /** How many learned degradations {@link MapKind#TOP} shows by default. */
    public static final int DEFAULT_TOP = 3;

    public MapChoice {
        kinds = List.copyOf(new LinkedHashSet<>(kinds));
        if (kinds.isEmpty()) throw new IllegalArgumentException("No layers are chosen; choose at least one kind.");
        if (top < 1)
            throw new IllegalArgumentException(
                    "The number of top degradations is " + top + ", but must be at least 1.");
    }

    /** Of some kinds, with the mean of the levels. */
    public static MapChoice of(MapKind... kinds) {
        return new MapChoice(List.of(kinds), DEFAULT_TOP, AffinityLevel.MEAN);
    }

    /** Whether the image must be restored for them. */
    public boolean needsRestoration() {
        return kinds.contains(MapKind.CHANGE);
    }
}
