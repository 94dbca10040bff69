package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Tensor;

/** (B, H, W, C) -> (B, H/2, W/2, 2C). */
final class Downsample implements Block {

    private final Conv conv;

    Downsample(ParameterList list, int channels) {
        conv = Conv.unbiased(list.at("conv"), channels, channels / 2);
    }

    @Override
    public Tensor forward(Tensor x) {
        try (Tensor convolved = conv.forward(x)) {
            return Shuffle.intoChannels(convolved, 2);
        }
    }
}
