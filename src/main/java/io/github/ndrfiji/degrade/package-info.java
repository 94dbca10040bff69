/**
 * Synthetic degradations of a patch, seeded: noise, rain, stripes, haze, background, blur, compression, low
 * resolution.
 *
 * <p>A text names the kind and its strengths, fixed or as ranges; one {@linkplain
 * io.github.ndrfiji.degrade.DegradationRange#draw drawn} from it is applied to patches:
 *
 * <pre>{@code
 * RandomGenerator random = new SplittableRandom(seed);
 * Degradation degradation = DegradationRange.parse("noise:0-55").draw(random);
 * Patch degraded = degradation.apply(clean, random);
 * }</pre>
 *
 * <p>Several in a row are a {@link io.github.ndrfiji.degrade.DegradationChain}, written with a plus sign.
 */
package io.github.ndrfiji.degrade;
