package io.github.ndrfiji.maps;

import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.AffinityNetwork;
import io.github.ndrfiji.restore.MappedTile;
import io.github.ndrfiji.restore.RestoredTile;
import java.util.List;

/**
 * A network that recognises four degradations by the value v of a pixel in the first channel: the shares are v/2, 1/2 - v/2, 1/8 and
 * 3/8. Restoring adds 0.25.
 */
public record FourShares(int channels, int scale) implements AffinityNetwork {

    @Override
    public String model() {
        return "four";
    }

    @Override
    public String device() {
        return "paper";
    }

    @Override
    public Tiling tiling() {
        return new Tiling(16, 4, 8);
    }

    @Override
    public int learned() {
        return 4;
    }

    @Override
    public List<RestoredTile> restore(List<Patch> tiles) {
        return tiles.stream().map(tile -> new RestoredTile(restored(tile))).toList();
    }

    @Override
    public List<Patch> affinities(List<Patch> tiles, AffinityLevel level) {
        return tiles.stream().map(FourShares::shares).toList();
    }

    @Override
    public List<MeanAffinities> meanAffinities(List<Patch> tiles) {
        throw new UnsupportedOperationException("not needed for maps");
    }

    @Override
    public List<MappedTile> restoreMapped(List<Patch> tiles, AffinityLevel level) {
        return tiles.stream()
                .map(tile -> new MappedTile(restored(tile), shares(tile)))
                .toList();
    }

    private Patch restored(Patch tile) {
        Patch result = Patch.zeros(tile.channels(), scale * tile.height(), scale * tile.width());
        int at = 0;
        for (int c = 0; c < tile.channels(); c++)
            for (int y = 0; y < result.height(); y++)
                for (int x = 0; x < result.width(); x++)
                    result.values()[at++] = tile.at(c, y / scale, x / scale) + 0.25f;
        return result;
    }

    private static Patch shares(Patch tile) {
        int area = tile.height() * tile.width();
        Patch shares = Patch.zeros(4, tile.height(), tile.width());
        for (int i = 0; i < area; i++) {
            float v = tile.values()[i];
            shares.values()[i] = v / 2;
            shares.values()[area + i] = 0.5f - v / 2;
            shares.values()[2 * area + i] = 0.125f;
            shares.values()[3 * area + i] = 0.375f;
        }
        return shares;
    }
}
