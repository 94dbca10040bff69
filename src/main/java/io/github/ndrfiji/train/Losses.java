package io.github.ndrfiji.train;

import java.util.OptionalDouble;

/**
 * The losses of one step (Eq. 8).
 *
 * @param restore |y - y'|, that of the restored images
 * @param degrad |x - x'|, that of the degraded images; none if NDR-Degrad took no step
 */
record Losses(double restore, OptionalDouble degrad) {}
