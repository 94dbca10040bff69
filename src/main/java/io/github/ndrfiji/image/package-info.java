/**
 * Planes of an ImgLib2 image as {@code float[]} patches: axes, the value range and its inverse, tiles, blending.
 *
 * <p>Knows no tensors and no ImageJ.
 */
package io.github.ndrfiji.image;
