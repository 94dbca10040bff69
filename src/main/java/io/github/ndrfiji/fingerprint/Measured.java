package io.github.ndrfiji.fingerprint;

/**
 * The affinities of a patch of which it is known what degraded it.
 *
 * @param degradation the kind, such as {@code noise}
 * @param strength what it was degraded by, such as {@code noise:10-25}
 * @param image name of the image that it was cut from
 */
public record Measured(String degradation, String strength, String image, MeanAffinities affinities) {}
