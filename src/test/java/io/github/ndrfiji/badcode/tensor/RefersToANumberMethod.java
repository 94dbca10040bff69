package io.github.ndrfiji.badcode.tensor;

import ai.djl.ndarray.NDArray;
import java.util.function.BiFunction;

class RefersToANumberMethod {
    BiFunction<NDArray, Number, NDArray> power() {
        return NDArray::powi;
    }
}
