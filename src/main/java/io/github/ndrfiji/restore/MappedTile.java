package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;

/**
 * What a network makes of one tile, and what it recognised in it.
 *
 * @param image as of a {@link RestoredTile}
 * @param affinities as of {@link AffinityNetwork#affinities}
 */
public record MappedTile(Patch image, Patch affinities) {}
