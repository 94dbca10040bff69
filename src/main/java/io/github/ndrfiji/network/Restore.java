package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Parameter;
import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * NDR-Restore: a Restormer-like encoder and decoder whose skip connections are modulated by the degradation that is
 * recognised at each level.
 */
public final class Restore {

    private final NetworkConfig config;
    private final Conv embed;
    private final List<Stage> encoder = new ArrayList<>();
    private final List<Downsample> down = new ArrayList<>();
    private final Stage bottleneck;
    private final List<DegradationQuery> query = new ArrayList<>();
    private final List<DegradationInjection> inject = new ArrayList<>();
    private final Decoder decoder;
    private final Stage refine;
    private final Conv reconstruct;

    /** Declares the network's parameters in the list. */
    public Restore(NetworkConfig config, ParameterList list) {
        this.config = config;
        int dim = config.dim();
        embed = Conv.biased(list.at("embed"), config.channels(), dim);
        for (int i = 0; i < NetworkConfig.LEVELS; i++) encoder.add(transformers(list.at("encoder", i), i, dim << i));
        for (int i = 0; i < NetworkConfig.LEVELS; i++) down.add(new Downsample(list.at("down", i), dim << i));
        bottleneck = transformers(list.at("bottleneck"), NetworkConfig.LEVELS, dim << NetworkConfig.LEVELS);
        for (int i = 0; i < NetworkConfig.LEVELS; i++)
            query.add(new DegradationQuery(list.at("query", i), dim << i, config.m()));
        for (int i = 0; i < NetworkConfig.LEVELS; i++)
            inject.add(new DegradationInjection(list.at("inject", i), dim << i, config.k()));
        decoder = new Decoder(list, dim, this::transformers);
        refine = transformers(list.at("refine"), config.refine(), config.heads().get(0), 2 * dim);
        reconstruct = Conv.biased(list.at("reconstruct"), 2 * dim, config.channels() * config.scale() * config.scale());
    }

    /** Those of the parameters that make the features: of the embedding, the encoder's stages and what halves their sides. */
    static List<Parameter> encoderOf(List<Parameter> parameters) {
        return parameters.stream().filter(Restore::isOfEncoder).toList();
    }

    /** The others. */
    static List<Parameter> decoderOf(List<Parameter> parameters) {
        return parameters.stream().filter(parameter -> !isOfEncoder(parameter)).toList();
    }

    private static boolean isOfEncoder(Parameter parameter) {
        return parameter.name().matches("restore\\.(embed|encoder|down)\\..*");
    }

    private Stage transformers(ParameterList list, int level, int channels) {
        return transformers(list, config.blocks().get(level), config.heads().get(level), channels);
    }

    private Stage transformers(ParameterList list, int count, int heads, int channels) {
        return Stage.of(list, count, at -> new TransformerBlock(at, channels, heads, config.expansion()));
    }

    /**
     * Restores a batch of images.
     *
     * @param x degraded images (B, H, W, channels), H and W multiples of {@link NetworkConfig#MULTIPLE}, nominally in
     *     [0, 1]
     * @param dictionary the learned degradations (M, N), one a column
     */
    public Restoration forward(Tensor x, Tensor dictionary) {
        try (Scope scope = Scope.open()) {
            List<Restoration.Level> levels = new ArrayList<>();
            List<Tensor> skips = new ArrayList<>();
            Tensor f = x;
            for (int i = 0; i < NetworkConfig.LEVELS; i++) {
                f = scope.keep(feature(i, f));
                Tensor affinity = scope.keep(query.get(i).affinity(f, dictionary));
                Tensor degradation = scope.keep(query.get(i).degradation(affinity, dictionary));
                levels.add(new Restoration.Level(f, degradation, affinity));
                skips.add(inject.get(i).forward(f, degradation));
            }
            f = down.get(NetworkConfig.LEVELS - 1).forward(f);
            Tensor decoded = decoder.forward(bottleneck.forward(f), skips);
            Tensor y = reconstruct.forward(refine.forward(decoded));
            return new Restoration(scope.keep(enlarged(y, x)), levels);
        }
    }

    /**
     * Only the affinities S of the three levels, the finest first, as {@link #forward} finds them, by the encoder alone.
     *
     * @param x as for {@link #forward}
     * @param dictionary as for {@link #forward}
     * @return three tensors (B, H/2^i, W/2^i, N), each summing to 1 over N
     */
    public List<Tensor> affinities(Tensor x, Tensor dictionary) {
        try (Scope scope = Scope.open()) {
            List<Tensor> affinities = new ArrayList<>();
            Tensor f = x;
            for (int i = 0; i < NetworkConfig.LEVELS; i++) {
                f = feature(i, f);
                affinities.add(scope.keep(query.get(i).affinity(f, dictionary)));
            }
            return affinities;
        }
    }

    /** The encoder's feature of one level (B, H/2^i, W/2^i, C 2^i), from that of the level above or from the image. */
    private Tensor feature(int level, Tensor above) {
        try (Scope scope = Scope.open()) {
            Tensor entering =
                    level == 0 ? embed.forward(above) : down.get(level - 1).forward(above);
            return scope.keep(encoder.get(level).forward(entering));
        }
    }

    /**
     * What the dictionary makes of features found earlier: U of the three levels, computed anew, so that a gradient flows
     * into the dictionary alone if the features are detached.
     */
    public List<Tensor> degradations(List<Tensor> features, Tensor dictionary) {
        List<Tensor> degradations = new ArrayList<>();
        for (int i = 0; i < NetworkConfig.LEVELS; i++) {
            Tensor affinity = query.get(i).affinity(features.get(i), dictionary);
            degradations.add(query.get(i).degradation(affinity, dictionary));
        }
        return degradations;
    }

    /** The network learns what is to be added to the input, which super-resolution enlarges first. */
    private Tensor enlarged(Tensor y, Tensor x) {
        int s = config.scale();
        return s == 1 ? y.plus(x) : Shuffle.intoPixels(y, s).plus(Shuffle.enlarge(x, s));
    }
}
