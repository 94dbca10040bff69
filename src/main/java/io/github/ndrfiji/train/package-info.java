/**
 * Learns a model: sources of patches, batches, the alternation of both networks, schedule, checkpoints, report.
 *
 * <p>Knows no files of images: whoever starts a training hands over {@link io.github.ndrfiji.train.ImageSet}s.
 */
package io.github.ndrfiji.train;
