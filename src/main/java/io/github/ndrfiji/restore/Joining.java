package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileGrid;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Joins what is made of the tiles of a part.
 *
 * @param inputs as {@link TileWork.OfPart#inputs}
 * @param work makes a patch of the inputs of each tile
 */
record Joining(
        TileJoiner joiner,
        BiFunction<Integer, Patch, List<Patch>> inputs,
        Function<List<List<Patch>>, List<Patch>> work)
        implements TileWork.OfPart<Patch> {

    /** Makes a patch of each tile alone. */
    static Joining ofTiles(TileJoiner joiner, Function<List<Patch>, List<Patch>> work) {
        return new Joining(joiner, (number, tile) -> List.of(tile), inputs -> work.apply(nth(0, inputs)));
    }

    /** The first, second, ... input of every tile. */
    static List<Patch> nth(int n, List<List<Patch>> inputs) {
        return inputs.stream().map(patches -> patches.get(n)).toList();
    }

    @Override
    public List<Patch> inputs(int number, Patch tile) {
        return inputs.apply(number, tile);
    }

    @Override
    public List<Patch> answers(List<List<Patch>> inputs) {
        return work.apply(inputs);
    }

    @Override
    public Patch joined(TileGrid grid, List<Patch> answers) {
        return grid.joined(answers);
    }

    @Override
    public void accept(List<Integer> numbers, List<Patch> answers) {
        joiner.add(numbers, answers);
    }

    @Override
    public void end() {
        joiner.end();
    }
}
