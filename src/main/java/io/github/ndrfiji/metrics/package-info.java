/**
 * How close two images are: PSNR, SSIM, and how visible the borders of tiles are. The range of the data is always given,
 * never guessed.
 */
package io.github.ndrfiji.metrics;
