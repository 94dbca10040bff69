package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;

/** Channel attention and a gated feed-forward network, each after a layer norm and beside a skip connection. */
final class TransformerBlock implements Block {

    private final LayerNorm norm1;
    private final ChannelAttention attention;
    private final LayerNorm norm2;
    private final GatedFeedForward feedForward;

    TransformerBlock(ParameterList list, int channels, int heads, double expansion) {
        norm1 = new LayerNorm(list.at("norm1"), channels);
        attention = new ChannelAttention(list.at("attention"), channels, heads);
        norm2 = new LayerNorm(list.at("norm2"), channels);
        feedForward = new GatedFeedForward(list.at("feed_forward"), channels, expansion);
    }

    @Override
    public Tensor forward(Tensor x) {
        try (Scope scope = Scope.open()) {
            return scope.keep(added(added(x, norm1, attention), norm2, feedForward));
        }
    }

    /** x + block(norm(x)). */
    private static Tensor added(Tensor x, LayerNorm norm, Block block) {
        try (Scope scope = Scope.open()) {
            return scope.keep(x.plus(block.forward(norm.forward(x))));
        }
    }
}
