package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;

/**
 * An image and what became of it, with values nominally in [0, 1].
 *
 * @param degraded what NDR-Restore sees
 * @param clean what it shall make of it: of the same size, or of twice the sides
 * @param kind what degraded it, in the words of the training's settings
 */
public record Pair(Patch degraded, Patch clean, String kind) {}
