package io.github.ndrfiji.maps;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a map shows. */
public enum MapKind {
    /** The share of every learned degradation, each as a layer: from 0 to 1, and 1 in sum. */
    AFFINITIES,
    /** The same of those few learned degradations with the largest mean shares in the whole image, the largest first. */
    TOP,
    /** The number, from 1 to N, of the learned degradation with the largest share; the first of equal ones. */
    DOMINANT,
    /** Shannon's entropy of the shares in bits: 0 where one has all, log2 N where all have the same. */
    ENTROPY,
    /** How much the restoration changes: |restored - input| in units of the image, the mean over colours that go together. */
    CHANGE;

    /** @throws IllegalArgumentException if it is the name of none */
    public static MapKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no layers '" + text + "'; use "
                        + Arrays.stream(values()).map(MapKind::toString).collect(Collectors.joining(", ")) + "."));
    }

    /** Its name in lower case, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
