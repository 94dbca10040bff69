/**
 * The only door to DJL: devices, tensors with lexical lifetime, the operations that the networks need, the flat
 * parameter vector, its gradient and its optimiser.
 *
 * <p>Tensors hold native memory. Every one belongs to the {@link io.github.ndrfiji.tensor.Scope} that was innermost on
 * its thread when it was made, and is freed when that scope closes, unless the scope was told to keep it. The library's
 * hazards end here: constants are made on the native side, arrays are copied in and out, and gradients are recorded only
 * inside a {@link io.github.ndrfiji.tensor.Recording}.
 */
package io.github.ndrfiji.tensor;
