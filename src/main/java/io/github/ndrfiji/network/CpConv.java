package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;

/** CP-Conv: the mean of K rank-1 tensors built from three pooled projections (Eq. 5 and 6). */
final class CpConv implements Block {

    private final int channels;
    private final int k;
    private final Linear channel;
    private final Linear height;
    private final Linear width;

    CpConv(ParameterList list, int channels, int k) {
        this.channels = channels;
        this.k = k;
        channel = Linear.biased(list.at("channel"), channels, k * channels);
        height = Linear.biased(list.at("height"), channels, k);
        width = Linear.biased(list.at("width"), channels, k);
    }

    @Override
    public Tensor forward(Tensor x) {
        int b = x.size(0), h = x.size(1), w = x.size(2);
        try (Scope scope = Scope.open()) {
            Tensor rows = x.mean(2); // (B, H, C)
            Tensor columns = x.mean(1); // (B, W, C)
            Tensor u1 = channel.forward(rows.mean(1)).sigmoid().reshape(b, k, channels);
            Tensor u2 = height.forward(rows).sigmoid().reshape(b, h, 1, k);
            Tensor u3 = width.forward(columns).sigmoid().reshape(b, 1, w, k);
            Tensor plane = u2.times(u3).reshape(b, (long) h * w, k); // (B, HW, K)
            return scope.keep(plane.matmul(u1.times(1.0 / k)).reshape(b, h, w, channels)); // Eq. 6
        }
    }
}
