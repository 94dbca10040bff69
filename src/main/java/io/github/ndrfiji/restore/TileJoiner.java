package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileBlender;
import io.github.ndrfiji.image.TileGrid;
import java.util.List;

/** Joins those tiles of a plane that there are. */
final class TileJoiner {

    private final TileBlender blender;
    private final int count;

    /** As {@link TileBlender#TileBlender}. */
    TileJoiner(TileGrid grid, int channels, TileBlender.RowSink sink) {
        this.blender = new TileBlender(grid, channels, sink);
        this.count = grid.count();
    }

    /** Adds tiles by their numbers, which rise. */
    void add(List<Integer> numbers, List<Patch> tiles) {
        for (int i = 0; i < numbers.size(); i++) {
            blender.skipTo(numbers.get(i));
            blender.add(tiles.get(i));
        }
    }

    /** Takes the tiles that have not come as zeros. */
    void end() {
        blender.skipTo(count);
    }
}
