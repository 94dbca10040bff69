package io.github.ndrfiji.restore;

import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A network for tests whose affinities are a function of one tile; remembers the tiles that it was given for affinities
 * alone.
 */
record FakeAffinities(FakeNetwork network, int learned, UnaryOperator<Patch> shares, List<Patch> alone)
        implements AffinityNetwork {

    static FakeAffinities of(FakeNetwork network, int learned, UnaryOperator<Patch> shares) {
        return new FakeAffinities(network, learned, shares, new ArrayList<>());
    }

    /** Two learned degradations: the first has the share of the first channel's value, the second has the rest. */
    static FakeAffinities ofValues(FakeNetwork network) {
        return of(network, 2, tile -> {
            Patch shares = Patch.zeros(2, tile.height(), tile.width());
            int area = tile.height() * tile.width();
            for (int i = 0; i < area; i++) {
                shares.values()[i] = tile.values()[i];
                shares.values()[area + i] = 1 - tile.values()[i];
            }
            return shares;
        });
    }

    @Override
    public String model() {
        return network.model();
    }

    @Override
    public String device() {
        return network.device();
    }

    @Override
    public int channels() {
        return network.channels();
    }

    @Override
    public int scale() {
        return network.scale();
    }

    @Override
    public Tiling tiling() {
        return network.tiling();
    }

    @Override
    public List<RestoredTile> restore(List<Patch> tiles) {
        return network.restore(tiles);
    }

    @Override
    public List<Patch> affinities(List<Patch> tiles, AffinityLevel level) {
        alone.addAll(tiles);
        return tiles.stream().map(shares).toList();
    }

    /** The means of {@link #affinities}, at three equal levels. */
    @Override
    public List<MeanAffinities> meanAffinities(List<Patch> tiles) {
        return affinities(tiles, AffinityLevel.MEAN).stream()
                .map(FakeAffinities::means)
                .map(level -> new MeanAffinities(List.of(level, level, level)))
                .toList();
    }

    private static List<Double> means(Patch shares) {
        return IntStream.range(0, shares.channels())
                .mapToObj(shares::channel)
                .map(channel -> IntStream.range(0, channel.values().length)
                        .mapToDouble(i -> channel.values()[i])
                        .average()
                        .orElseThrow())
                .toList();
    }

    @Override
    public List<MappedTile> restoreMapped(List<Patch> tiles, AffinityLevel level) {
        List<RestoredTile> restored = network.restore(tiles);
        List<MappedTile> mapped = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++)
            mapped.add(new MappedTile(restored.get(i).image(), shares.apply(tiles.get(i))));
        return mapped;
    }
}
