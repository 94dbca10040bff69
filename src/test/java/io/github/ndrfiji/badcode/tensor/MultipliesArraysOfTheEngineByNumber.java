package io.github.ndrfiji.badcode.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;

class MultipliesArraysOfTheEngineByNumber {
    NDArray atLeastZero(PtNDArray array) {
        return array.maximum(0f);
    }
}
