package io.github.ndrfiji.model;

import io.github.ndrfiji.network.NetworkConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and shapes of every parameter of both networks and the dictionary. */
final class ParameterShapes {

    private final NetworkConfig config;
    private final Map<String, long[]> shapes = new LinkedHashMap<>();

    private ParameterShapes(NetworkConfig config) {
        this.config = config;
    }

    static Map<String, long[]> of(NetworkConfig config) {
        ParameterShapes all = new ParameterShapes(config);
        all.shapes.put("dictionary", new long[] {config.m(), config.n()});
        all.restore();
        all.degrad();
        return all.shapes;
    }

    private void restore() {
        int dim = config.dim();
        int[] widths = {dim * 2, dim * 2, dim * 4};
        conv("restore.embed", dim, config.channels(), 3, true);
        for (int i = 0; i < 3; i++)
            transformers("restore.encoder." + i, config.blocks().get(i), dim << i, i);
        for (int i = 0; i < 3; i++) conv("restore.down." + i + ".conv", (dim << i) / 2, dim << i, 3, false);
        transformers("restore.bottleneck", config.blocks().get(3), dim << 3, 3);
        for (int i = 0; i < 3; i++) {
            conv("restore.query." + i + ".to_dictionary", config.m(), dim << i, 1, true);
            conv("restore.query." + i + ".from_dictionary", dim << i, config.m(), 1, true);
        }
        inject("restore.inject.");
        decoderStart("restore", widths);
        for (int i = 0; i < 3; i++)
            transformers("restore.decoder." + i, config.blocks().get(i), widths[i], i);
        transformers("restore.refine", config.refine(), dim * 2, 0);
        conv("restore.reconstruct", config.channels() * config.scale() * config.scale(), dim * 2, 3, true);
    }

    private void degrad() {
        int dim = config.dim();
        int[] widths = {dim * 2, dim * 2, dim * 4};
        conv("degrad.embed", dim, config.channels() * config.scale() * config.scale(), 3, true);
        for (int i = 0; i < 3; i++) residual("degrad.encoder." + i, dim << i);
        for (int i = 0; i < 3; i++) conv("degrad.down." + i + ".conv", (dim << i) / 2, dim << i, 3, false);
        residual("degrad.bottleneck", dim << 3);
        inject("degrad.inject.");
        decoderStart("degrad", widths);
        for (int i = 0; i < 3; i++) residual("degrad.decoder." + i, widths[i]);
        residual("degrad.refine", dim * 2);
        conv("degrad.reconstruct", config.channels(), dim * 2, 3, true);
    }

    private void decoderStart(String network, int[] widths) {
        int dim = config.dim();
        for (int i = 0; i < 3; i++) conv(network + ".up." + i + ".conv", dim << i + 2, dim << i + 1, 3, false);
        for (int i = 0; i < 3; i++) conv(network + ".merge." + i, widths[i], dim << i + 1, 1, false);
    }

    private void transformers(String stage, int blocks, int c, int level) {
        int hidden = (int) (c * config.expansion());
        for (int i = 0; i < blocks; i++) {
            String block = stage + "." + i + ".";
            norm(block + "norm1", c);
            shapes.put(
                    block + "attention.temperature", new long[] {config.heads().get(level), 1, 1});
            conv(block + "attention.qkv", 3 * c, c, 1, false);
            conv(block + "attention.qkv_depthwise", 3 * c, 1, 3, false);
            conv(block + "attention.project", c, c, 1, false);
            norm(block + "norm2", c);
            conv(block + "feed_forward.expand", 2 * hidden, c, 1, false);
            conv(block + "feed_forward.depthwise", 2 * hidden, 1, 3, false);
            conv(block + "feed_forward.project", c, hidden, 1, false);
        }
    }

    private void residual(String block, int c) {
        conv(block + ".conv1", c, c, 3, true);
        conv(block + ".conv2", c, c, 3, true);
    }

    private void inject(String prefix) {
        for (int i = 0; i < 3; i++) {
            int c = config.dim() << i;
            for (String side : new String[] {"image", "degradation"}) {
                conv(prefix + i + "." + side + ".channel", config.k() * c, c, 1, true);
                conv(prefix + i + "." + side + ".height", config.k(), c, 1, true);
                conv(prefix + i + "." + side + ".width", config.k(), c, 1, true);
            }
        }
    }

    private void norm(String name, int c) {
        shapes.put(name + ".weight", new long[] {c});
        shapes.put(name + ".bias", new long[] {c});
    }

    private void conv(String name, int out, int in, int kernel, boolean bias) {
        shapes.put(name + ".weight", new long[] {out, in, kernel, kernel});
        if (bias) shapes.put(name + ".bias", new long[] {out});
    }
}
