/** Degradation maps: layers and means of the affinities of an image to the learned degradations. */
package io.github.ndrfiji.maps;
