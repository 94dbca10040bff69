/**
 * NDR-Restore and NDR-Degrad as pure tensor code: the blocks of the paper, and the two networks built of them.
 *
 * <p>Knows no images and no files. Every tensor is channels-last, {@code (B, H, W, C)}.
 */
package io.github.ndrfiji.network;
