package io.github.ndrfiji.badcode.image;

class KnowsTensors {
    io.github.ndrfiji.badcode.tensor.GoodTensor tensor;
}
