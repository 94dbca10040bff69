package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import java.util.List;

/** A network on a device that restores tiles, and what a {@link Restorer} must know of it. Used by one thread at a time. */
public interface TileNetwork {

    /** Name of the model, for the report. */
    String model();

    /** Name of the device, for the report. */
    String device();

    /** Channels of a tile: 1, or 3 (red, green, blue). */
    int channels();

    /** How many times the sides of a tile its restoration has: 1 or 2. */
    int scale();

    /** The tiles that the model was made for. */
    Tiling tiling();

    /**
     * Restores tiles. The result for one must not depend on the others.
     *
     * @param tiles all of one size, with sides that are multiples of {@code tiling().multiple()} and values in units of
     *     the value range, all finite; not to be changed
     * @return a result for each tile, in their order, with as many channels
     */
    List<RestoredTile> restore(List<Patch> tiles);
}
