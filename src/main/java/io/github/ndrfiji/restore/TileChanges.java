package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network changes in tiles: its answer minus the tile. Where the answer has more pixels each pixel of the tile
 * counts for several; where the network needs more channels it gets copies of the tile's, and the mean over them is
 * taken.
 */
final class TileChanges {

    private final TileNetwork network;

    TileChanges(TileNetwork network) {
        this.network = network;
    }

    /**
     * The change of each tile, with the tile's channels and {@code scale} times its sides.
     *
     * @param tiles all of one size, with one channel or as many as the network
     */
    List<Patch> of(List<Patch> tiles) {
        List<RestoredTile> answers = network.restore(
                tiles.stream().map(tile -> tile.repeated(network.channels())).toList());
        List<Patch> changes = new ArrayList<>(tiles.size());
        for (int i = 0; i < tiles.size(); i++)
            changes.add(difference(answers.get(i).image(), tiles.get(i)));
        return changes;
    }

    private Patch difference(Patch answer, Patch tile) {
        int scale = network.scale();
        check(answer, tile.height() * scale, tile.width() * scale);
        Patch change = Patch.zeros(tile.channels(), answer.height(), answer.width());
        int copies = answer.channels() / tile.channels();
        int at = 0;
        for (int c = 0; c < tile.channels(); c++)
            for (int y = 0; y < answer.height(); y++)
                for (int x = 0; x < answer.width(); x++) {
                    float before = tile.at(c, y / scale, x / scale);
                    float sum = 0;
                    for (int copy = 0; copy < copies; copy++) sum += answer.at(c * copies + copy, y, x) - before;
                    if (!Float.isFinite(sum)) throw notFinite();
                    change.values()[at++] = sum / copies;
                }
        return change;
    }

    private void check(Patch answer, int height, int width) {
        if (answer.channels() != network.channels() || answer.height() != height || answer.width() != width)
            throw new IllegalStateException("The model '" + network.model() + "' gave " + answer + " instead of "
                    + network.channels() + " channels, " + height + " rows and " + width
                    + " columns; the model does not fit its description.");
    }

    private IllegalStateException notFinite() {
        return new IllegalStateException("The model '" + network.model() + "' gave values on " + network.device()
                + " that are not finite; try the CPU, or a value range that fits the image.");
    }
}
