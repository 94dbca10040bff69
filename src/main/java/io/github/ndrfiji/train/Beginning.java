package io.github.ndrfiji.train;

import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.Optional;

/**
 * What a training begins with, and what follows from it where the user chose nothing else: a model hands on its size, its
 * value range and its tiles.
 *
 * @param network of the new model
 * @param model whose weights it begins with; without one it begins with random weights
 */
public record Beginning(NetworkConfig network, Optional<ModelBundle> model) {

    /**
     * Side of the tiles of a model that begins with random weights. More than the crops that it learns from, usually: what is
     * clean and what is haze, say, shows in a large part of an image only (docs/measurements.md, "Size of the tiles"). With
     * {@link #OVERLAP} 2 x 2 of them cover 512 x 512 pixels, and 4 x 4 of them 1024 x 1024.
     */
    public static final int CONTEXT = 288;

    /** Overlap of those tiles. */
    public static final int OVERLAP = 32;

    /** With a model's weights. */
    public static Beginning with(ModelBundle model) {
        return new Beginning(model.info().network(), Optional.of(model));
    }

    /** With random weights. */
    public static Beginning atRandom(NetworkConfig network) {
        return new Beginning(network, Optional.empty());
    }

    /**
     * The value range to learn with.
     *
     * @param asked {@link ValueRangePolicy#AUTO} for that of the model, if there is one
     */
    public ValueRangePolicy range(ValueRangePolicy asked) {
        return asked == ValueRangePolicy.AUTO
                ? info().map(info -> ValueRangePolicy.parse(info.valueRange())).orElse(asked)
                : asked;
    }

    /** The default settings for so many steps. */
    public TrainSettings settings(long steps) {
        return model.isPresent() ? TrainSettings.fineTuning(network, steps) : TrainSettings.of(network, steps);
    }

    /** Side of the tiles that the new model will see. */
    public int tileContext() {
        return info().map(ModelInfo::tileContext).orElse(CONTEXT);
    }

    /** Overlap of tiles of that side. */
    public int tileOverlap(int context) {
        return Math.min(context / 2, info().map(ModelInfo::tileOverlap).orElse(OVERLAP));
    }

    private Optional<ModelInfo> info() {
        return model.map(ModelBundle::info);
    }
}
