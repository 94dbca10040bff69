/**
 * What DJL's engine and the machine's GPU are, and why the processor is used where it is: the NVIDIA driver and its GPUs,
 * the CUDA build of libtorch and where it comes from.
 *
 * <p>What was found is an {@link io.github.ndrfiji.engine.Evidence}; what follows from it is decided by pure functions.
 */
package io.github.ndrfiji.engine;
