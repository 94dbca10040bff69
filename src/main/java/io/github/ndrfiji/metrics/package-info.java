/**
 * How close two images are: PSNR, SSIM, and how visible the borders of tiles are. The range of the data is always given,
 * never guessed. And how the two images of a pair differ, before anything is learned from them: noise, brightness, shift.
 */
package io.github.ndrfiji.metrics;
