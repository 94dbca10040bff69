package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/** Looks at one pair after another, both gray and of one size, and then says what is wrong with them. */
interface PairCheck {

    void look(String name, Patch degraded, Patch clean);

    /** What the pairs have shown, if anything. */
    Optional<Finding> finding();
}
