/** Tells kinds of degradation by the mean affinities to the learned degradations: measured fingerprints, and which an image has. */
package io.github.ndrfiji.fingerprint;
