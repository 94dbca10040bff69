package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;

/** What a {@link TileRun} does with the tiles of an image. */
interface TileWork {

    /** Begins with a part of the image. Gives nothing where the part's tiles are not needed. */
    Optional<OfPart> begin(PlanePart part);

    /** What is done with the tiles of one part. */
    interface OfPart {
        /**
         * Takes the next tiles.
         *
         * @param numbers their numbers in the grid of tiles
         * @param tiles the tiles, in units of the value range, all finite
         */
        void accept(List<Integer> numbers, List<Patch> tiles);

        /** Told that no more tiles come. */
        void end();
    }
}
