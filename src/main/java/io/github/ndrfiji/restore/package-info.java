/** Applies a model to an image: tiles in, restored image out, plane by plane. */
package io.github.ndrfiji.restore;
