package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A network for tests: a function of one tile; remembers the tiles that it was given. */
record FakeNetwork(int channels, int scale, Tiling tiling, UnaryOperator<Patch> function, List<Patch> seen)
        implements TileNetwork {

    static final Tiling SMALL = new Tiling(16, 5, 8);

    static FakeNetwork of(int channels, UnaryOperator<Patch> function) {
        return new FakeNetwork(channels, 1, SMALL, function, new ArrayList<>());
    }

    static FakeNetwork identity(int channels) {
        return of(channels, tile -> tile);
    }

    /** Adds a constant to every value. */
    static FakeNetwork adding(int channels, float constant) {
        return of(channels, tile -> map(tile, value -> value + constant));
    }

    FakeNetwork withTiling(Tiling tiling) {
        return new FakeNetwork(channels, scale, tiling, function, seen);
    }

    /** Another function, with the scale of this network. */
    FakeNetwork withFunction(UnaryOperator<Patch> function) {
        FakeNetwork other = of(channels, function);
        return scale == 2 ? other.twice() : other;
    }

    /** The same function, each value of its result repeated twice along both sides. */
    FakeNetwork twice() {
        return new FakeNetwork(channels, 2, tiling, tile -> repeated(function.apply(tile)), seen);
    }

    @Override
    public String model() {
        return "fake";
    }

    @Override
    public String device() {
        return "none";
    }

    @Override
    public List<RestoredTile> restore(List<Patch> tiles) {
        seen.addAll(tiles);
        return tiles.stream()
                .map(tile -> new RestoredTile(function.apply(tile)))
                .toList();
    }

    interface FloatFunction {
        float apply(float value);
    }

    static Patch map(Patch tile, FloatFunction function) {
        Patch result = Patch.zeros(tile.channels(), tile.height(), tile.width());
        for (int i = 0; i < tile.values().length; i++) result.values()[i] = function.apply(tile.values()[i]);
        return result;
    }

    static float mean(Patch tile) {
        double sum = 0;
        for (float value : tile.values()) sum += value;
        return (float) (sum / tile.values().length);
    }

    private static Patch repeated(Patch tile) {
        Patch result = Patch.zeros(tile.channels(), 2 * tile.height(), 2 * tile.width());
        int at = 0;
        for (int c = 0; c < tile.channels(); c++)
            for (int y = 0; y < result.height(); y++)
                for (int x = 0; x < result.width(); x++) result.values()[at++] = tile.at(c, y / 2, x / 2);
        return result;
    }
}
