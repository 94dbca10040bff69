package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model changes in tiles: its answer minus the tile. Where the answer has more pixels each pixel of the tile
 * counts for several; where the model needs more channels it gets copies of the tile's, and the mean over them is
 * taken.
 */
final class TileChanges {

    private final TileModel network;

    /** @throws IllegalArgumentException if the model has neither 1 nor 3 channels */
    TileChanges(TileModel network) {
        if (network.channels() != 1 && network.channels() != 3)
            throw new IllegalArgumentException("The model '" + network.model() + "' takes " + network.channels()
                    + " channels, but only models of 1 or 3 can be applied to images; choose another one.");
        this.network = network;
    }

    /** Tiles of one channel, or of as many as the model has, as the model takes them. */
    List<Patch> inputs(List<Patch> tiles) {
        return tiles.stream().map(tile -> tile.repeated(network.channels())).toList();
    }

    /** The change of each tile, with the tile's channels and {@code scale} times its sides, from the model's answers. */
    List<Patch> of(List<Patch> tiles, List<Patch> answers) {
        List<Patch> changes = new ArrayList<>(tiles.size());
        for (int i = 0; i < tiles.size(); i++) changes.add(difference(answers.get(i), tiles.get(i)));
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
