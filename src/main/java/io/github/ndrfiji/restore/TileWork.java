package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileGrid;
import java.util.List;
import java.util.Optional;

/** What a {@link TileRun} does with the tiles of an image. */
interface TileWork {

    /** Begins with a part of the image. Gives nothing where the part's tiles are not needed. */
    Optional<OfPart<?>> begin(PlanePart part);

    /**
     * What is done with the tiles of one part.
     *
     * @param <A> what the network makes of a tile
     */
    interface OfPart<A> {
        /**
         * What is needed to work on a tile: patches of its size, first the tile itself.
         *
         * @param number the tile's number in the grid of tiles
         * @param tile in units of the value range, all finite
         */
        default List<Patch> inputs(int number, Patch tile) {
            return List.of(tile);
        }

        /**
         * Lets the network work. Changes nothing, so that it can be asked again if the memory does not suffice.
         *
         * @param inputs of each tile, or of a part of a tile whose sides are multiples of those that the network takes
         * @return an answer for each
         */
        List<A> answers(List<List<Patch>> inputs);

        /** The answer for a tile from those for the smaller tiles that it was divided into. */
        A joined(TileGrid grid, List<A> answers);

        /**
         * Takes the answers for the next tiles.
         *
         * @param numbers the tiles' numbers in the grid of tiles
         */
        void accept(List<Integer> numbers, List<A> answers);

        /** Told that no more tiles come. */
        void end();
    }
}
