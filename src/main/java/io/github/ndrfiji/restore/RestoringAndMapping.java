package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;

/** Restores tiles and finds their affinities at once. Constant planes are mapped only. */
record RestoringAndMapping(
        AffinityNetwork network, TileChanges changes, ChangeTarget restored, AffinityTarget affinities)
        implements TileWork {

    @Override
    public Optional<OfPart> begin(PlanePart part) {
        if (!part.samples().isConstant()) return Optional.of(new Both(restored.begin(part), affinities.begin(part)));
        restored.copy(part);
        return new Mapping(network, changes, affinities).begin(part);
    }

    private final class Both implements OfPart {
        private final TileJoiner restoring;
        private final TileJoiner mapping;

        Both(TileJoiner restoring, TileJoiner mapping) {
            this.restoring = restoring;
            this.mapping = mapping;
        }

        @Override
        public void accept(List<Integer> numbers, List<Patch> tiles) {
            List<MappedTile> mapped = network.restoreMapped(changes.inputs(tiles), affinities.level());
            restoring.add(
                    numbers,
                    changes.of(tiles, mapped.stream().map(MappedTile::image).toList()));
            mapping.add(numbers, mapped.stream().map(MappedTile::affinities).toList());
        }

        @Override
        public void end() {
            restoring.end();
            mapping.end();
        }
    }
}
