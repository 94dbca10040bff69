package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/** Looks at one image of a set after another, and then says what is wrong with them. */
interface ImageCheck {

    void look(String name, Patch image);

    /** What the images have shown, if anything. */
    Optional<Finding> finding();
}
