package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/** Nothing: a copy. */
record Clean() implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        return new Patch(clean.values().clone(), clean.channels(), clean.height(), clean.width());
    }
}
