package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import java.util.List;

/** What a {@link ChangeRun} does with the tiles of an image. */
interface TileWork {

    /**
     * Some tiles of a plane.
     *
     * @param plane index of the plane in the image
     * @param firstChannel index of the first of their channels in the image
     * @param numbers the numbers of the tiles in their grid
     * @param tiles the tiles, in units of the value range, all finite
     */
    record Batch(long plane, int firstChannel, List<Integer> numbers, List<Patch> tiles) {}

    /** Whether nothing is to be changed in a plane. */
    boolean leaves(Plane plane);

    /** What is to be added to each tile, with the tile's channels and the model's scale times its sides. */
    List<Patch> changes(Batch batch);
}
