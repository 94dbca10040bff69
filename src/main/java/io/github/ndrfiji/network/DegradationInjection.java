package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;

/** DI: the recognised degradation U modulates the image feature F. */
final class DegradationInjection {

    private final CpConv image;
    private final CpConv degradation;

    DegradationInjection(ParameterList list, int channels, int k) {
        image = new CpConv(list.at("image"), channels, k);
        degradation = new CpConv(list.at("degradation"), channels, k);
    }

    /** F and U, both (B, H, W, C), -> (B, H, W, C). */
    Tensor forward(Tensor f, Tensor u) {
        try (Scope scope = Scope.open()) {
            Tensor fCp = image.forward(f); // Eq. 4
            Tensor uCp = degradation.forward(u);
            return scope.keep(fCp.times(uCp).plus(uCp).plus(f)); // Eq. 7
        }
    }
}
