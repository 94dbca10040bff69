package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Tensor;

/** A part of a network: maps a feature {@code (B, H, W, C)} to another. */
@FunctionalInterface
interface Block {
    Tensor forward(Tensor x);
}
