package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;

/** Moves pixels into channels and back, in PyTorch's order of channels. */
final class Shuffle {

    private Shuffle() {}

    /** (B, H, W, C) -> (B, H/r, W/r, C r r). */
    static Tensor intoChannels(Tensor x, int r) {
        int b = x.size(0), h = x.size(1) / r, w = x.size(2) / r, c = x.size(3);
        try (Scope scope = Scope.open()) {
            return scope.keep(x.reshape(b, h, r, w, r, c)
                    .permute(0, 1, 3, 5, 2, 4) // (B, H/r, W/r, C, r, r)
                    .reshape(b, h, w, (long) c * r * r));
        }
    }

    /** (B, H, W, C r r) -> (B, H r, W r, C). */
    static Tensor intoPixels(Tensor x, int r) {
        int b = x.size(0), h = x.size(1), w = x.size(2), c = x.size(3) / (r * r);
        try (Scope scope = Scope.open()) {
            return scope.keep(x.reshape(b, h, w, c, r, r)
                    .permute(0, 1, 4, 2, 5, 3) // (B, H, r, W, r, C)
                    .reshape(b, (long) h * r, (long) w * r, c));
        }
    }

    /** Each pixel repeated r times in both directions: (B, H, W, C) -> (B, H r, W r, C). */
    static Tensor enlarge(Tensor x, int r) {
        int b = x.size(0), h = x.size(1), w = x.size(2), c = x.size(3);
        try (Scope scope = Scope.open()) {
            return scope.keep(x.reshape(b, h, 1, w, 1, c)
                    .times(scope.full(1, 1, 1, r, 1, r, 1))
                    .reshape(b, (long) h * r, (long) w * r, c));
        }
    }

    /** The mean of each square of r x r pixels: (B, H, W, C) -> (B, H/r, W/r, C). */
    static Tensor average(Tensor x, int r) {
        int b = x.size(0), h = x.size(1) / r, w = x.size(2) / r, c = x.size(3);
        try (Scope scope = Scope.open()) {
            return scope.keep(x.reshape(b, h, r, w, r, c).mean(4).mean(2));
        }
    }
}
