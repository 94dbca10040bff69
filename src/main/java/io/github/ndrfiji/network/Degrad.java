package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** NDR-Degrad: puts the degradation that NDR-Restore recognised in one image onto a clean image. */
public final class Degrad {

    private final NetworkConfig config;
    private final Conv embed;
    private final List<ResidualBlock> encoder = new ArrayList<>();
    private final List<Downsample> down = new ArrayList<>();
    private final ResidualBlock bottleneck;
    private final List<DegradationInjection> inject = new ArrayList<>();
    private final Decoder decoder;
    private final ResidualBlock refine;
    private final Conv reconstruct;

    /** Declares the network's parameters in the list. */
    public Degrad(NetworkConfig config, ParameterList list) {
        this.config = config;
        int dim = config.dim();
        embed = Conv.biased(list.at("embed"), config.channels() * config.scale() * config.scale(), dim);
        for (int i = 0; i < NetworkConfig.LEVELS; i++) encoder.add(new ResidualBlock(list.at("encoder", i), dim << i));
        for (int i = 0; i < NetworkConfig.LEVELS; i++) down.add(new Downsample(list.at("down", i), dim << i));
        bottleneck = new ResidualBlock(list.at("bottleneck"), dim << NetworkConfig.LEVELS);
        for (int i = 0; i < NetworkConfig.LEVELS; i++)
            inject.add(new DegradationInjection(list.at("inject", i), dim << i, config.k()));
        decoder = new Decoder(list, dim, (at, level, channels) -> new ResidualBlock(at, channels));
        refine = new ResidualBlock(list.at("refine"), 2 * dim);
        reconstruct = Conv.biased(list.at("reconstruct"), 2 * dim, config.channels());
    }

    /**
     * Degrades a batch of images.
     *
     * @param y clean images (B, sH, sW, channels)
     * @param degradations U of the three levels as {@link Restoration} has them, of images (B, H, W, channels)
     * @return the degraded images x', (B, H, W, channels)
     */
    public Tensor forward(Tensor y, List<Tensor> degradations) {
        int s = config.scale();
        try (Scope scope = Scope.open()) {
            Tensor skip = s == 1 ? y : Shuffle.average(y, s);
            Tensor f = embed.forward(s == 1 ? y : Shuffle.intoChannels(y, s));
            List<Tensor> skips = new ArrayList<>();
            for (int i = 0; i < NetworkConfig.LEVELS; i++) {
                f = encoder.get(i).forward(f);
                skips.add(inject.get(i).forward(f, degradations.get(i)));
                f = down.get(i).forward(f);
            }
            Tensor decoded = decoder.forward(bottleneck.forward(f), skips);
            return scope.keep(reconstruct.forward(refine.forward(decoded)).plus(skip));
        }
    }
}
