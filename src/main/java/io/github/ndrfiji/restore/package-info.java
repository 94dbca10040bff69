/** Applies a model to an image: tiles in, restored image and degradation maps out, plane by plane. */
package io.github.ndrfiji.restore;
