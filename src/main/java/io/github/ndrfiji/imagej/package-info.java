/**
 * {@link ij.ImagePlus} in and out: its planes as an ImgLib2 image, its metadata carried to a result, its files.
 *
 * <p>Opens no windows and works without a display.
 */
package io.github.ndrfiji.imagej;
