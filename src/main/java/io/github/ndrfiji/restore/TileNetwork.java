package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.List;

/** A network on a device that restores tiles, for a {@link Restorer}. */
public interface TileNetwork extends TileModel {

    /**
     * Restores tiles. The result for one must not depend on the others.
     *
     * @param tiles all of one size, with sides that are multiples of {@code tiling().multiple()} and values in units of
     *     the value range, all finite; not to be changed
     * @return a result for each tile, in their order, with as many channels
     */
    List<RestoredTile> restore(List<Patch> tiles);
}
