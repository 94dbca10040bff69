package io.github.ndrfiji.command;

import io.github.ndrfiji.maps.PlaneShares;

/**
 * What was measured in one region of one plane and channel.
 *
 * @param region the name of the region
 * @param channel the channel, from 1 on; 1 for colours that go through the network together, and 1, 2, 3 for the colours
 *     of an RGB image that go through it one by one
 * @param slice from 1 on
 * @param frame from 1 on
 */
public record MeasuredShares(String region, int channel, int slice, int frame, PlaneShares shares) {}
