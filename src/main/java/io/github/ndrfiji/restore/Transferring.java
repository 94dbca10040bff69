package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.TileGrid;
import java.util.List;

/** Degrades tiles like those of a reference at the same places; those of constant planes too. */
record Transferring(TransferNetwork network, TileChanges changes, TileGrid grid, Reference reference)
        implements TileWork {

    @Override
    public boolean leaves(Plane plane) {
        return false;
    }

    @Override
    public List<Patch> changes(Batch batch) {
        int channels = batch.tiles().get(0).channels();
        List<Patch> degraded = batch.numbers().stream()
                .map(tile -> reference.read(grid, tile, batch.plane(), batch.firstChannel(), channels))
                .toList();
        return changes.of(batch.tiles(), network.transfer(changes.inputs(batch.tiles()), changes.inputs(degraded)));
    }
}
