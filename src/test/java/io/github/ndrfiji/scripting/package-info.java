/** Runs the macros and scripts that users copy, on sample images. */
package io.github.ndrfiji.scripting;
