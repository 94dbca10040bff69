package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Joins what is made of the tiles of a part.
 *
 * @param work makes a patch of each tile, from the tiles' numbers and the tiles
 */
record Joining(TileJoiner joiner, BiFunction<List<Integer>, List<Patch>, List<Patch>> work) implements TileWork.OfPart {

    @Override
    public void accept(List<Integer> numbers, List<Patch> tiles) {
        joiner.add(numbers, work.apply(numbers, tiles));
    }

    @Override
    public void end() {
        joiner.end();
    }
}
