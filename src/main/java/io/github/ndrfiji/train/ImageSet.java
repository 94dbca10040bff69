package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.List;

/** Images to learn from, read one at a time. Safe for use by one thread at a time. */
public interface ImageSet {

    /** What a reader of the provenance knows the set by; never a path. */
    String name();

    /** The names of the images, in a fixed order. Asked at every draw: a view or a list that is kept, not a new one. */
    List<String> names();

    /** The image of that number, with values nominally in [0, 1] and the channels of the network. */
    Patch read(int index) throws IOException;

    /**
     * What tells the set from others, as 64 hexadecimal digits: SHA-256 of the images' SHA-256 in order. Of a set that is
     * too large to be read before training, a digest of a sample of the images and of what is known of all; the class of
     * the set says which.
     */
    String sha256() throws IOException;
}
