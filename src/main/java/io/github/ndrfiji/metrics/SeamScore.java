package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileGrid;

/**
 * How visible the borders of tiles are: the mean absolute difference of neighbouring pixels on both sides of a border,
 * over the mean elsewhere. About 1 if there is nothing to see, and 1 if the image is constant; larger where there are
 * seams.
 */
public final class SeamScore {

    private double across;
    private long crossings;
    private double elsewhere;
    private long others;

    private SeamScore() {}

    /** The score of an image that was joined from the tiles of {@code grid}. */
    public static double of(Patch image, TileGrid grid) {
        boolean[] columns = grid.columnBorders();
        boolean[] rows = grid.rowBorders();
        SeamScore score = new SeamScore();
        for (int c = 0; c < image.channels(); c++)
            for (int y = 0; y < image.height(); y++)
                for (int x = 0; x < image.width(); x++) {
                    if (x > 0) score.count(columns[x], image.at(c, y, x) - image.at(c, y, x - 1));
                    if (y > 0) score.count(rows[y], image.at(c, y, x) - image.at(c, y - 1, x));
                }
        return score.ratio();
    }

    private void count(boolean border, double step) {
        if (border) {
            across += Math.abs(step);
            crossings++;
        } else {
            elsewhere += Math.abs(step);
            others++;
        }
    }

    private double ratio() {
        if (across == 0) return crossings == 0 || elsewhere == 0 ? 1 : 0;
        return across / crossings / (elsewhere / others);
    }
}
