package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import java.util.List;

/** Restores tiles. Constant planes are left: they show nothing that could be restored. */
record Restoring(TileNetwork network, TileChanges changes) implements TileWork {

    Restoring(TileNetwork network) {
        this(network, new TileChanges(network));
    }

    @Override
    public boolean leaves(Plane plane) {
        return plane.isConstant();
    }

    @Override
    public List<Patch> changes(Batch batch) {
        List<RestoredTile> restored = network.restore(changes.inputs(batch.tiles()));
        return changes.of(
                batch.tiles(), restored.stream().map(RestoredTile::image).toList());
    }
}
