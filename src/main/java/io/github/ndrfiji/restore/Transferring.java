package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileGrid;
import java.util.List;
import java.util.Optional;

/** Degrades tiles like those of a reference at the same places; those of constant planes too. */
record Transferring(
        TransferNetwork network, TileChanges changes, TileGrid grid, Reference reference, ChangeTarget target)
        implements TileWork {

    @Override
    public Optional<OfPart> begin(PlanePart part) {
        return Optional.of(new Joining(target.begin(part), (numbers, tiles) -> changes(part, numbers, tiles)));
    }

    private List<Patch> changes(PlanePart part, List<Integer> numbers, List<Patch> tiles) {
        List<Patch> degraded = numbers.stream()
                .map(tile -> reference.read(grid, tile, part.plane(), part.firstChannel(), part.channels()))
                .toList();
        return changes.of(tiles, network.transfer(changes.inputs(tiles), changes.inputs(degraded)));
    }
}
