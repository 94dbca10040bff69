package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/** What a degradation does to a patch: makes a new one, never alters or clips, draws all chance from {@code random}. */
@FunctionalInterface
interface Effect {

    Patch apply(Patch clean, RandomGenerator random);
}
