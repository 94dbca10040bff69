package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Parameter;
import io.github.ndrfiji.tensor.Parameter.Start;
import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;

/**
 * Multi-Dconv head transposed attention (Restormer): attention between the channels of a head, over all pixels.
 *
 * <p>The products are reordered, not changed: q and k are divided by their norms after they met, in the small matrix
 * rather than in every pixel; and the output projection multiplies the attention matrix before v does.
 */
final class ChannelAttention implements Block {

    private static final double NORM_EPSILON = 1e-12;

    private final int channels;
    private final int heads;
    private final Parameter temperature;
    private final Linear expand;
    private final Conv depthwise;
    private final Linear project;

    ChannelAttention(ParameterList list, int channels, int heads) {
        this.channels = channels;
        this.heads = heads;
        temperature = list.add("temperature", Start.constant(1), heads, 1, 1);
        expand = Linear.unbiased(list.at("qkv"), channels, 3 * channels);
        depthwise = Conv.depthwise(list.at("qkv_depthwise"), 3 * channels);
        project = Linear.unbiased(list.at("project"), channels, channels);
    }

    @Override
    public Tensor forward(Tensor x) {
        int b = x.size(0), h = x.size(1), w = x.size(2), c = channels;
        try (Scope scope = Scope.open()) {
            Tensor all = project(x).reshape(b, (long) h * w, 3L * c); // (B, HW, 3C)
            List<Tensor> qkv = all.split(2, c, c, c); // (B, HW, C) each
            Tensor map = projected(attention(qkv.get(0), qkv.get(1))); // (B, C, C)
            return scope.keep(qkv.get(2).matmul(map.transpose(1, 2)).reshape(b, h, w, c));
        }
    }

    /** q, k and v of every pixel: (B, H, W, C) -> (B, H, W, 3C). */
    private Tensor project(Tensor x) {
        try (Tensor mixed = expand.forward(x)) {
            return depthwise.forward(mixed);
        }
    }

    /** q, k (B, HW, C) -> how much each channel attends to those of its head (B, heads, C/heads, C/heads). */
    private Tensor attention(Tensor q, Tensor k) {
        int b = q.size(0), e = channels / heads;
        Tensor products = heads(q.transpose(1, 2).matmul(k)); // (B, heads, C/heads, C/heads)
        Tensor qNorm = q.norm(1).atLeast(NORM_EPSILON).reshape(b, heads, e, 1);
        Tensor kNorm = k.norm(1).atLeast(NORM_EPSILON).reshape(b, heads, 1, e);
        return products.dividedBy(qNorm.times(kNorm)).times(temperature.value()).softmax(-1);
    }

    /** The blocks of (B, C, C) that stay within a head: (B, heads, C/heads, C/heads). */
    private Tensor heads(Tensor products) {
        int b = products.size(0), e = channels / heads;
        return products.reshape(b, heads, e, heads, e).diagonal(1, 3).permute(0, 3, 1, 2);
    }

    /** The attention of all heads followed by the output projection, as one matrix (B, C, C). */
    private Tensor projected(Tensor attention) {
        int b = attention.size(0), e = channels / heads;
        Tensor byHead = project.matrix().reshape(channels, heads, e).transpose(0, 1); // (heads, C, C/heads)
        return byHead.matmul(attention).permute(0, 2, 1, 3).reshape(b, channels, channels);
    }
}
