/** Measures on this machine how fast models restore and learn, with images that it makes itself. */
package io.github.ndrfiji.benchmark;
