package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/** What a degradation does to a patch: makes a new one, never alters or clips, draws all chance from {@code random}. */
@FunctionalInterface
interface Effect {

    Patch apply(Patch clean, RandomGenerator random);

    /** The same on a scene whose depths are known; for most effects they make no difference. */
    default Patch apply(Patch clean, Depth depth, RandomGenerator random) {
        return apply(clean, random);
    }
}
