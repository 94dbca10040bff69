package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/**
 * A held-out pair and what the networks make of it. All values are nominally in [0, 1].
 *
 * @param kind what degrades it, in the words of the training's settings
 * @param degraded the input x
 * @param restored NDR-Restore's y'
 * @param clean the target y, of the same sides as {@code restored}
 * @param degradedAgain NDR-Degrad's x', made of the clean image; none where NDR-Degrad is not learned
 */
public record Example(String kind, Patch degraded, Patch restored, Patch clean, Optional<Patch> degradedAgain) {}
