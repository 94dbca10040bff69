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
    public Optional<OfPart<?>> begin(PlanePart part) {
        return Optional.of(new Joining(
                target.begin(part), (number, tile) -> List.of(tile, degraded(part, number)), this::changes));
    }

    private Patch degraded(PlanePart part, int tile) {
        return reference.read(grid, tile, part.plane(), part.firstChannel(), part.channels());
    }

    private List<Patch> changes(List<List<Patch>> inputs) {
        List<Patch> clean = Joining.nth(0, inputs);
        List<Patch> degraded = Joining.nth(1, inputs);
        return changes.of(clean, network.transfer(changes.inputs(clean), changes.inputs(degraded)));
    }
}
