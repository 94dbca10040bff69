package io.github.ndrfiji.image;

/**
 * How large tiles are and how they overlap. It belongs to a model, never to a machine: the tile is all that a network
 * sees, so its size changes the result.
 *
 * @param context side of a tile in pixels, a multiple of {@code multiple}
 * @param overlap pixels that neighbouring tiles share at least, from 0 to {@code context - 1}
 * @param multiple the sides of every tile are multiples of this
 */
public record Tiling(int context, int overlap, int multiple) {

    public Tiling {
        if (multiple < 1 || context < multiple || context % multiple != 0)
            throw new IllegalArgumentException(
                    "The side of a tile is " + context + ", but must be a positive multiple of " + multiple + ".");
        if (overlap < 0 || overlap >= context)
            throw new IllegalArgumentException(
                    "The overlap of tiles is " + overlap + ", but must be from 0 to " + (context - 1) + ".");
    }
}
