package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The way up, the same for both networks: enlarge, join with the skip of that level, merge, refine. */
final class Decoder {

    private final List<Upsample> up = new ArrayList<>();
    private final List<Linear> merge = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /** Builds the blocks of one level from the channels that it has in the decoder. */
    @FunctionalInterface
    interface Level {
        Block build(ParameterList list, int level, int channels);
    }

    Decoder(ParameterList list, int dim, Level level) {
        for (int i = 0; i < NetworkConfig.LEVELS; i++) up.add(new Upsample(list.at("up", i), dim << (i + 1)));
        for (int i = 0; i < NetworkConfig.LEVELS; i++)
            merge.add(Linear.unbiased(list.at("merge", i), dim << (i + 1), width(dim, i)));
        for (int i = 0; i < NetworkConfig.LEVELS; i++) blocks.add(level.build(list.at("decoder", i), i, width(dim, i)));
    }

    /** Channels at a level: level 0 keeps twice the encoder's, as in Restormer. */
    static int width(int dim, int level) {
        return level == 0 ? dim << 1 : dim << level;
    }

    /** The bottleneck's feature (B, H/8, W/8, 8C) and the skips of the levels -> (B, H, W, 2C). */
    Tensor forward(Tensor bottleneck, List<Tensor> skips) {
        try (Scope scope = Scope.open()) {
            Tensor f = bottleneck;
            for (int i = NetworkConfig.LEVELS - 1; i >= 0; i--) f = level(i, f, skips.get(i));
            return scope.keep(f);
        }
    }

    private Tensor level(int i, Tensor f, Tensor skip) {
        try (Scope scope = Scope.open()) {
            return scope.keep(blocks.get(i).forward(merged(i, f, skip)));
        }
    }

    private Tensor merged(int i, Tensor f, Tensor skip) {
        try (Scope scope = Scope.open()) {
            return scope.keep(merge.get(i).forward(skip.concat(3, up.get(i).forward(f))));
        }
    }
}
