package io.github.ndrfiji.badcode.network;

import io.github.ndrfiji.badcode.tensor.GoodTensor;

public class GoodNetwork {
    float[][] weights;
    GoodTensor tensor;
}
