package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileGrid;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Restores tiles and finds their affinities at once. Constant planes are mapped only. */
record RestoringAndMapping(
        AffinityNetwork network, TileChanges changes, ChangeTarget restored, AffinityTarget affinities)
        implements TileWork {

    @Override
    public Optional<OfPart<?>> begin(PlanePart part) {
        if (!part.samples().isConstant()) return Optional.of(new Both(restored.begin(part), affinities.begin(part)));
        restored.copy(part);
        return new Mapping(network, changes, affinities).begin(part);
    }

    /** What is made of a tile. */
    private record Answer(Patch change, Patch affinities) {}

    private final class Both implements OfPart<Answer> {
        private final TileJoiner restoring;
        private final TileJoiner mapping;

        Both(TileJoiner restoring, TileJoiner mapping) {
            this.restoring = restoring;
            this.mapping = mapping;
        }

        @Override
        public List<Answer> answers(List<List<Patch>> inputs) {
            List<Patch> tiles = Joining.nth(0, inputs);
            List<MappedTile> mapped = network.restoreMapped(changes.inputs(tiles), affinities.level());
            List<Patch> changed =
                    changes.of(tiles, mapped.stream().map(MappedTile::image).toList());
            return IntStream.range(0, tiles.size())
                    .mapToObj(i -> new Answer(changed.get(i), mapped.get(i).affinities()))
                    .toList();
        }

        @Override
        public Answer joined(TileGrid grid, List<Answer> answers) {
            return new Answer(grid.joined(changes(answers)), grid.joined(affinities(answers)));
        }

        @Override
        public void accept(List<Integer> numbers, List<Answer> answers) {
            restoring.add(numbers, changes(answers));
            mapping.add(numbers, affinities(answers));
        }

        private static List<Patch> changes(List<Answer> answers) {
            return answers.stream().map(Answer::change).toList();
        }

        private static List<Patch> affinities(List<Answer> answers) {
            return answers.stream().map(Answer::affinities).toList();
        }

        @Override
        public void end() {
            restoring.end();
            mapping.end();
        }
    }
}
