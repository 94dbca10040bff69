package io.github.ndrfiji.restore;

import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import java.util.List;

/** A network on a device that also tells which learned degradations it recognises, for an {@link AffinityMapper}. */
public interface AffinityNetwork extends TileNetwork {

    /** Number N of learned degradations. */
    int learned();

    /**
     * The affinities alone, for less work than a restoration. The result for one tile must not depend on the others.
     *
     * @param tiles as for {@link TileNetwork#restore}
     * @return for each tile, in their order and of their size, a patch of N channels: the share of each learned degradation
     *     at each pixel, summing to 1
     */
    List<Patch> affinities(List<Patch> tiles, AffinityLevel level);

    /**
     * The means of the affinities over the pixels of each tile, at all levels.
     *
     * @param tiles as for {@link TileNetwork#restore}
     */
    List<MeanAffinities> meanAffinities(List<Patch> tiles);

    /** Both {@link TileNetwork#restore} and {@link #affinities}, with the same results, for the work of one restoration. */
    List<MappedTile> restoreMapped(List<Patch> tiles, AffinityLevel level);
}
