package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;

/** Restores tiles. Constant planes are left: they show nothing that could be restored. */
record Restoring(TileNetwork network, TileChanges changes, ChangeTarget target) implements TileWork {

    @Override
    public Optional<OfPart<?>> begin(PlanePart part) {
        if (!part.samples().isConstant()) return Optional.of(Joining.ofTiles(target.begin(part), this::changes));
        target.copy(part);
        return Optional.empty();
    }

    private List<Patch> changes(List<Patch> tiles) {
        List<RestoredTile> restored = network.restore(changes.inputs(tiles));
        return changes.of(tiles, restored.stream().map(RestoredTile::image).toList());
    }
}
