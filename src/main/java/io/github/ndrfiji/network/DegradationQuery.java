package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;

/**
 * DQ: which of the N learned degradations each pixel suffers from, and by how much.
 *
 * <p>The maps to and from the space of the dictionary are multiplied with the dictionary first, so that no pixel ever
 * has M channels.
 */
final class DegradationQuery {

    private final Linear toDictionary;
    private final Linear fromDictionary;

    DegradationQuery(ParameterList list, int channels, int m) {
        toDictionary = Linear.biased(list.at("to_dictionary"), channels, m);
        fromDictionary = Linear.biased(list.at("from_dictionary"), m, channels);
    }

    /** Eq. 1 and 2: feature (B, H, W, C), dictionary (M, N) -> affinity S (B, H, W, N), summing to 1 over N. */
    Tensor affinity(Tensor feature, Tensor dictionary) {
        try (Scope scope = Scope.open()) {
            Tensor columns = dictionary.transpose(0, 1); // (N, M)
            Tensor matrix = columns.matmul(toDictionary.matrix()); // (N, C)
            Tensor bias = columns.matmul(toDictionary.bias()); // (N)
            return scope.keep(feature.linear(matrix, bias).softmax(-1));
        }
    }

    /** Eq. 3: affinity (B, H, W, N), dictionary (M, N) -> recognised degradation U (B, H, W, C). */
    Tensor degradation(Tensor affinity, Tensor dictionary) {
        try (Scope scope = Scope.open()) {
            Tensor matrix = fromDictionary.matrix().matmul(dictionary); // (C, N)
            return scope.keep(affinity.linear(matrix, fromDictionary.bias()));
        }
    }
}
