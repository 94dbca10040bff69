package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Tensor;
import java.util.List;

/**
 * What NDR-Restore makes of a degraded image.
 *
 * @param image the restored image y', {@code (B, sH, sW, channels)}
 * @param levels what was recognised at the three levels of the encoder, the finest first
 */
public record Restoration(Tensor image, List<Level> levels) {

    /**
     * What the degradation query recognised at level i.
     *
     * @param feature the feature that it was asked with, {@code (B, H/2^i, W/2^i, C 2^i)}
     * @param degradation U, the recognised degradation, of the same shape
     * @param affinity S, the share of each learned degradation, {@code (B, H/2^i, W/2^i, N)}; sums to 1 over N
     */
    public record Level(Tensor feature, Tensor degradation, Tensor affinity) {}

    /** U of the three levels. */
    public List<Tensor> degradations() {
        return levels.stream().map(Level::degradation).toList();
    }

    /** S of the three levels. */
    public List<Tensor> affinities() {
        return levels.stream().map(Level::affinity).toList();
    }
}
