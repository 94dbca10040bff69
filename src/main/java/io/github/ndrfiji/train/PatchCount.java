package io.github.ndrfiji.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what there is to learn from: crops that do not overlap, those of a set once, however many sources draw from it. */
final class PatchCount {

    private static final long ENOUGH = 200;

    private final int crop;
    private final boolean fromModel;
    private final Map<List<String>, Long> crops = new LinkedHashMap<>();
    private final Map<List<String>, Integer> images = new LinkedHashMap<>();

    /**
     * Nothing counted yet.
     *
     * @param crop side in pixels
     * @param fromModel whether the training begins with the weights of a model
     */
    PatchCount(int crop, boolean fromModel) {
        this.crop = crop;
        this.fromModel = fromModel;
    }

    void add(ImageSet set, double cropsPerImage) throws IOException {
        List<String> key = List.of(set.name(), set.sha256());
        crops.put(key, Math.round(cropsPerImage * set.names().size()));
        images.put(key, set.names().size());
    }

    Optional<Finding> finding() {
        long count = crops.values().stream().mapToLong(Long::longValue).sum();
        int of = images.values().stream().mapToInt(Integer::intValue).sum();
        if (count == 0 || count >= ENOUGH) return Optional.empty();
        return Optional.of(Finding.warning("There should be at least " + ENOUGH + " different crops of " + crop + " x "
                + crop + " pixels to learn from, but "
                + (of == 1 ? "the only image holds " : "the " + of + " images hold ")
                + count
                + "; the network may learn them by heart: "
                + (fromModel
                        ? "add images, or choose a smaller crop."
                        : "add images, choose a smaller crop, or go on training a model that has learned from more.")));
    }
}
