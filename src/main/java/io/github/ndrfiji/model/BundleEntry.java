package io.github.ndrfiji.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The entries in a bundle's zip, in their order. */
final class BundleEntry {

    static final String MODEL = "model.json";
    static final String WEIGHTS = "weights.safetensors";
    static final String PROVENANCE = "provenance.json";
    static final String CARD = "card.md";

    /** May be missing. */
    static final String FINGERPRINTS = "fingerprints.json";

    /** In a training checkpoint, with the next. */
    static final String STATE = "state.json";

    static final String STATE_ARRAYS = "state.safetensors";

    static final Set<String> OF_BUNDLE = orderedSet(MODEL, WEIGHTS, PROVENANCE, CARD);
    static final Set<String> OF_CHECKPOINT = orderedSet(MODEL, WEIGHTS, PROVENANCE, CARD, STATE, STATE_ARRAYS);

    private BundleEntry() {}

    private static Set<String> orderedSet(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
