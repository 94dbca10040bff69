package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;

/** Finds the affinities of tiles; those of constant planes too. */
record Mapping(AffinityNetwork network, TileChanges changes, AffinityTarget target) implements TileWork {

    @Override
    public Optional<OfPart<?>> begin(PlanePart part) {
        return Optional.of(Joining.ofTiles(target.begin(part), this::affinities));
    }

    private List<Patch> affinities(List<Patch> tiles) {
        return network.affinities(changes.inputs(tiles), target.level());
    }
}
