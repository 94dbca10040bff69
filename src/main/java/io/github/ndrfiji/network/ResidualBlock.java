package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;

/** NDR-Degrad's light block: x + relu(conv(relu(conv(x)))). */
final class ResidualBlock implements Block {

    private final Conv conv1;
    private final Conv conv2;

    ResidualBlock(ParameterList list, int channels) {
        conv1 = Conv.biased(list.at("conv1"), channels, channels);
        conv2 = Conv.biased(list.at("conv2"), channels, channels);
    }

    @Override
    public Tensor forward(Tensor x) {
        try (Scope scope = Scope.open()) {
            Tensor hidden = conv1.forward(x).relu();
            return scope.keep(x.plus(conv2.forward(hidden).relu()));
        }
    }
}
