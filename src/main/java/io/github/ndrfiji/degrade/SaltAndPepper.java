package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * Values lost to 0 or to 1, equally likely, at places drawn independently.
 *
 * @param share probability of a value to be lost, from 0 to 1
 * @param together whether a pixel loses all its channels alike, or each by itself
 */
record SaltAndPepper(double share, boolean together) implements Effect {

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        float[] spotted = clean.values().clone();
        int drawn = together ? clean.height() * clean.width() : spotted.length;
        for (int i = 0; i < drawn; i++) {
            double u = random.nextDouble();
            if (u < share) for (int k = i; k < spotted.length; k += drawn) spotted[k] = u < share / 2 ? 0 : 1;
        }
        return new Patch(spotted, clean.channels(), clean.height(), clean.width());
    }
}
