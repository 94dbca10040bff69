package io.github.ndrfiji.restore;

import io.github.ndrfiji.fingerprint.MeanAffinities;

/**
 * The mean affinities of a plane at all levels of the network.
 *
 * @param plane index of the plane in the image
 * @param group which of the plane's channels, or groups of channels that go through the network together
 */
public record PlaneAffinities(long plane, int group, MeanAffinities affinities) {}
