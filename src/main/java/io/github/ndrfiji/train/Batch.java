package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/**
 * Pairs that are learned together: all degraded images have one shape, and all clean ones.
 *
 * @param pairs at least one
 */
record Batch(List<Pair> pairs) {

    Batch {
        pairs = List.copyOf(pairs);
    }

    /** The degraded images x, (B, H, W, channels). */
    Tensor degraded() {
        return tensor(Pair::degraded);
    }

    /** The clean images y, (B, sH, sW, channels). */
    Tensor clean() {
        return tensor(Pair::clean);
    }

    private Tensor tensor(Function<Pair, Patch> side) {
        Patch first = side.apply(pairs.get(0));
        List<float[]> images =
                pairs.stream().map(pair -> side.apply(pair).values()).toList();
        return Images.batch(images, first.channels(), first.height(), first.width());
    }
}
