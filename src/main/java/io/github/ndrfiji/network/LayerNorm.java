package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Parameter;
import io.github.ndrfiji.tensor.Parameter.Start;
import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Tensor;

/** Layer norm over the channels of each pixel. */
final class LayerNorm implements Block {

    private final Parameter weight;
    private final Parameter bias;

    LayerNorm(ParameterList list, int channels) {
        weight = list.add("weight", Start.constant(1), channels);
        bias = list.add("bias", Start.constant(0), channels);
    }

    @Override
    public Tensor forward(Tensor x) {
        return x.layerNorm(weight.value(), bias.value());
    }
}
