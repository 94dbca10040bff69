package io.github.ndrfiji.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.pytorch.jni.JniUtils;
import io.github.ndrfiji.image.Patch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * NDR-Restore operation by operation as the paper and the reference have it, in DJL's ordinary idiom: channels-first
 * arrays {@code (B, C, H, W)}, one manager for a forward pass, closed at its end. What {@link Restore} is measured
 * against.
 */
final class PlainRestore implements RestoreForm.Opened {

    private static final Shape ONE = new Shape(1, 1);

    private final NetworkConfig config;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final Map<String, NDArray> weights = new HashMap<>();

    /** @param weights the numbers of all parameters of NDR-Restore and of the dictionary, by name */
    PlainRestore(NetworkConfig config, Map<String, float[]> weights) {
        this.config = config;
        Map<String, long[]> shapes = Ndr.parameterShapes(config);
        weights.forEach((name, values) -> this.weights.put(name, manager.create(values, new Shape(shapes.get(name)))));
    }

    /** y' (B, channels, sH, sW); U and S of the three levels, (B, C 2^i, H/2^i, W/2^i) and (B, N, H/2^i, W/2^i). */
    record Output(NDArray image, List<NDArray> degradations, List<NDArray> affinities) {}

    private record Query(NDArray degradation, NDArray affinity) {}

    @Override
    public Patch restore(Patch degraded) {
        JniUtils.setGradMode(false);
        int channels = degraded.channels();
        try (NDManager pass = newPass()) {
            NDArray x = pass.create(degraded.values(), new Shape(1, channels, degraded.height(), degraded.width()));
            NDArray y = forward(x).image();
            Shape shape = y.getShape();
            return new Patch(y.toFloatArray(), channels, (int) shape.get(2), (int) shape.get(3));
        }
    }

    /** The owner of a forward pass's input, and so of all that is computed from it. */
    NDManager newPass() {
        return manager.newSubManager();
    }

    /** Native arrays that outlive the forward passes. */
    int liveArrays() {
        return manager.getManagedArrays().size();
    }

    Output forward(NDArray x) {
        List<NDArray> skips = new ArrayList<>();
        List<NDArray> us = new ArrayList<>();
        List<NDArray> ss = new ArrayList<>();
        NDArray f = conv3(x, "restore.embed");
        for (int i = 0; i < 3; i++) {
            f = transformers(f, "restore.encoder." + i, config.blocks().get(i), i);
            Query query = query(f, "restore.query." + i);
            skips.add(inject(f, query.degradation(), "restore.inject." + i));
            us.add(query.degradation());
            ss.add(query.affinity());
            f = pixelUnshuffle(conv3(f, "restore.down." + i + ".conv"), 2);
        }
        f = transformers(f, "restore.bottleneck", config.blocks().get(3), 3);
        for (int i = 2; i >= 0; i--) {
            NDArray up = pixelShuffle(conv3(f, "restore.up." + i + ".conv"), 2);
            f = conv1(NDArrays.concat(new NDList(skips.get(i), up), 1), "restore.merge." + i);
            f = transformers(f, "restore.decoder." + i, config.blocks().get(i), i);
        }
        NDArray y = conv3(transformers(f, "restore.refine", config.refine(), 0), "restore.reconstruct");
        int s = config.scale();
        if (s > 1) {
            y = pixelShuffle(y, s);
            x = x.repeat(2, s).repeat(3, s);
        }
        return new Output(y.add(x), us, ss);
    }

    private NDArray transformers(NDArray x, String name, int count, int level) {
        int heads = config.heads().get(level);
        for (int i = 0; i < count; i++) x = transformer(x, name + "." + i, heads);
        return x;
    }

    private NDArray transformer(NDArray x, String name, int heads) {
        x = x.add(attention(norm(x, name + ".norm1"), name + ".attention", heads));
        return x.add(feedForward(norm(x, name + ".norm2"), name + ".feed_forward"));
    }

    private NDArray norm(NDArray x, String name) {
        NDArray last = x.transpose(0, 2, 3, 1);
        NDArray weight = weight(name + ".weight");
        return LayerNorm.layerNorm(last, weight.getShape(), weight, weight(name + ".bias"), 1e-5f)
                .singletonOrThrow()
                .transpose(0, 3, 1, 2);
    }

    private NDArray attention(NDArray x, String name, int heads) {
        long b = x.getShape().get(0),
                c = x.getShape().get(1),
                h = x.getShape().get(2),
                w = x.getShape().get(3);
        NDList qkv = depthwise(conv1(x, name + ".qkv"), name + ".qkv_depthwise").split(3, 1);
        Shape byHead = new Shape(b, heads, c / heads, h * w);
        NDArray q = qkv.get(0).reshape(byHead).normalize(2, 3, 1e-12);
        NDArray k = qkv.get(1).reshape(byHead).normalize(2, 3, 1e-12);
        NDArray v = qkv.get(2).reshape(byHead);
        NDArray attention = q.matMul(k.transpose(0, 1, 3, 2))
                .mul(weight(name + ".temperature"))
                .softmax(-1); // (B, heads, C/heads, C/heads)
        return conv1(attention.matMul(v).reshape(b, c, h, w), name + ".project");
    }

    private NDArray feedForward(NDArray x, String name) {
        NDList both = depthwise(conv1(x, name + ".expand"), name + ".depthwise").split(2, 1);
        return conv1(Activation.gelu(both.get(0)).mul(both.get(1)), name + ".project");
    }

    private Query query(NDArray f, String name) {
        long b = f.getShape().get(0), h = f.getShape().get(2), w = f.getShape().get(3);
        NDArray d = weight("dictionary"); // (M, N)
        NDArray p =
                conv1(f, name + ".to_dictionary").reshape(b, config.m(), h * w).transpose(0, 2, 1); // (B, HW, M)
        NDArray s = p.matMul(d).softmax(-1); // Eq. 1, 2: (B, HW, N)
        NDArray columns = d.transpose();
        columns.attach(f.getManager());
        NDArray u = s.matMul(columns).transpose(0, 2, 1).reshape(b, config.m(), h, w); // Eq. 3
        return new Query(
                conv1(u, name + ".from_dictionary"), s.transpose(0, 2, 1).reshape(b, config.n(), h, w));
    }

    private NDArray inject(NDArray f, NDArray u, String name) {
        NDArray fCp = cpConv(f, name + ".image"); // Eq. 4
        NDArray uCp = cpConv(u, name + ".degradation");
        return fCp.mul(uCp).add(uCp).add(f); // Eq. 7
    }

    private NDArray cpConv(NDArray x, String name) {
        long b = x.getShape().get(0),
                c = x.getShape().get(1),
                h = x.getShape().get(2),
                w = x.getShape().get(3);
        int k = config.k();
        NDArray rows = mean(x, 3);
        NDArray u1 = sigmoid(mean(rows, 2), name + ".channel").reshape(b, k, c, 1, 1); // Eq. 5
        NDArray u2 = sigmoid(rows, name + ".height").reshape(b, k, 1, h, 1);
        NDArray u3 = sigmoid(mean(x, 2), name + ".width").reshape(b, k, 1, 1, w);
        return u1.mul(u2).mul(u3).mean(new int[] {1}); // Eq. 6
    }

    private NDArray sigmoid(NDArray x, String name) {
        return Activation.sigmoid(conv1(x, name));
    }

    private static NDArray mean(NDArray x, int axis) {
        return x.mean(new int[] {axis}, true);
    }

    private NDArray conv1(NDArray x, String name) {
        return convolve(x, name, 0, 1);
    }

    private NDArray conv3(NDArray x, String name) {
        return convolve(x, name, 1, 1);
    }

    private NDArray depthwise(NDArray x, String name) {
        return convolve(x, name, 1, (int) x.getShape().get(1));
    }

    private NDArray convolve(NDArray x, String name, int padding, int groups) {
        return Conv2d.conv2d(
                        x,
                        weight(name + ".weight"),
                        weights.get(name + ".bias"),
                        ONE,
                        new Shape(padding, padding),
                        ONE,
                        groups)
                .singletonOrThrow();
    }

    /** (B, C, H, W) -> (B, C r r, H/r, W/r). */
    private static NDArray pixelUnshuffle(NDArray x, int r) {
        long b = x.getShape().get(0), c = x.getShape().get(1);
        long h = x.getShape().get(2) / r, w = x.getShape().get(3) / r;
        return x.reshape(b, c, h, r, w, r).transpose(0, 1, 3, 5, 2, 4).reshape(b, c * r * r, h, w);
    }

    /** (B, C r r, H, W) -> (B, C, H r, W r). */
    private static NDArray pixelShuffle(NDArray x, int r) {
        long b = x.getShape().get(0), c = x.getShape().get(1) / (r * r);
        long h = x.getShape().get(2), w = x.getShape().get(3);
        return x.reshape(b, c, r, r, h, w).transpose(0, 1, 4, 2, 5, 3).reshape(b, c, h * r, w * r);
    }

    private NDArray weight(String name) {
        NDArray weight = weights.get(name);
        if (weight == null) throw new IllegalArgumentException("The parameter " + name + " is missing.");
        return weight;
    }

    @Override
    public void close() {
        manager.close();
    }
}
