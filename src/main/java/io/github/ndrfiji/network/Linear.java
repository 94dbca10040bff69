package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Parameter;
import io.github.ndrfiji.tensor.Parameter.Start;
import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Tensor;

/** A 1x1 convolution, which on channels-last features is a linear map of the last axis. */
final class Linear implements Block {

    private final int in;
    private final int out;
    private final Parameter weight;
    private final Parameter bias;

    private Linear(ParameterList list, int in, int out, boolean biased) {
        this.in = in;
        this.out = out;
        Start start = Start.uniform(1 / Math.sqrt(in));
        weight = list.add("weight", start, out, in, 1, 1);
        bias = biased ? list.add("bias", start, out) : null;
    }

    static Linear biased(ParameterList list, int in, int out) {
        return new Linear(list, in, out, true);
    }

    static Linear unbiased(ParameterList list, int in, int out) {
        return new Linear(list, in, out, false);
    }

    /** The matrix {@code (out, in)}. */
    Tensor matrix() {
        return weight.value().reshape(out, in);
    }

    /** The bias {@code (out)}, or null. */
    Tensor bias() {
        return bias == null ? null : bias.value();
    }

    /** (..., in) -> (..., out). */
    @Override
    public Tensor forward(Tensor x) {
        return x.linear(matrix(), bias());
    }
}
