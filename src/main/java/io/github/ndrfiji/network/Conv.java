package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Parameter;
import io.github.ndrfiji.tensor.Parameter.Start;
import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Tensor;

/** A 3x3 convolution, zero outside the image. */
final class Conv implements Block {

    private final int groups;
    private final Parameter weight;
    private final Parameter bias;

    private Conv(ParameterList list, int in, int out, int groups, boolean biased) {
        this.groups = groups;
        int fan = in / groups;
        Start start = Start.uniform(1 / Math.sqrt(9.0 * fan));
        weight = list.add("weight", start, out, fan, 3, 3);
        bias = biased ? list.add("bias", start, out) : null;
    }

    static Conv biased(ParameterList list, int in, int out) {
        return new Conv(list, in, out, 1, true);
    }

    static Conv unbiased(ParameterList list, int in, int out) {
        return new Conv(list, in, out, 1, false);
    }

    /** Each channel by itself, without bias. */
    static Conv depthwise(ParameterList list, int channels) {
        return new Conv(list, channels, channels, channels, false);
    }

    @Override
    public Tensor forward(Tensor x) {
        return x.convolve(weight.value(), bias == null ? null : bias.value(), groups);
    }
}
