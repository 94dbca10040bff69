package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Tensor;

/** (B, H, W, C) -> (B, 2H, 2W, C/2). */
final class Upsample implements Block {

    private final Conv conv;

    Upsample(ParameterList list, int channels) {
        conv = Conv.unbiased(list.at("conv"), channels, 2 * channels);
    }

    @Override
    public Tensor forward(Tensor x) {
        try (Tensor convolved = conv.forward(x)) {
            return Shuffle.intoPixels(convolved, 2);
        }
    }
}
