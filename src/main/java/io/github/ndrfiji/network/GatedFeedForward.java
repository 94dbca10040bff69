package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;

/** Gated-Dconv feed-forward network (Restormer): one half of the hidden channels gates the other. */
final class GatedFeedForward implements Block {

    private final int hidden;
    private final Linear expand;
    private final Conv depthwise;
    private final Linear project;

    GatedFeedForward(ParameterList list, int channels, double expansion) {
        hidden = (int) (channels * expansion);
        expand = Linear.unbiased(list.at("expand"), channels, 2 * hidden);
        depthwise = Conv.depthwise(list.at("depthwise"), 2 * hidden);
        project = Linear.unbiased(list.at("project"), hidden, channels);
    }

    @Override
    public Tensor forward(Tensor x) {
        try (Scope scope = Scope.open()) {
            return scope.keep(project.forward(gated(x)));
        }
    }

    /** (B, H, W, C) -> (B, H, W, hidden). */
    private Tensor gated(Tensor x) {
        try (Scope scope = Scope.open()) {
            List<Tensor> halves = mixed(x).split(3, hidden, hidden);
            return scope.keep(halves.get(0).gelu().times(halves.get(1)));
        }
    }

    private Tensor mixed(Tensor x) {
        try (Tensor expanded = expand.forward(x)) {
            return depthwise.forward(expanded);
        }
    }
}
