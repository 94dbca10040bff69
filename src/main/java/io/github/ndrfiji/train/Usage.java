package io.github.ndrfiji.train;

import java.util.List;

/**
 * What became of the images of one source, or of all sources that draw from the same ones.
 *
 * @param sets what a reader knows the sets by; several hold the same scenes, and their images are counted as pairs
 * @param learned how many are learned from
 * @param keptAside names of those that are kept aside for validation
 */
public record Usage(List<String> sets, long learned, List<String> keptAside) {

    public Usage {
        sets = List.copyOf(sets);
        keptAside = List.copyOf(keptAside);
    }

    static Usage of(Source source, int holdOut) {
        return new Usage(
                source.images().stream().map(source::nameOf).toList(),
                source.part(holdOut, false).images().get(0).names().size(),
                source.part(holdOut, true).images().get(0).names());
    }

    public boolean isOfPairs() {
        return sets.size() > 1;
    }

    /** Learned from and kept aside. */
    public long count() {
        return learned + keptAside.size();
    }
}
