package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;

/**
 * What a network makes of one tile.
 *
 * @param image the restored tile, {@link TileNetwork#scale} times the sides of the degraded one
 */
public record RestoredTile(Patch image) {}
