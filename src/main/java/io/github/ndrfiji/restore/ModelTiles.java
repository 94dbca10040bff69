package io.github.ndrfiji.restore;

import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.model.PatchAffinities;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.network.Restoration;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import io.github.ndrfiji.tensor.Torch;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Restores, maps and degrades tiles with a model. The model is not closed with it, but moves to the processor where its GPU
 * has too little memory.
 */
public final class ModelTiles implements AffinityNetwork, TransferNetwork {

    private static final int MOST_ON_GPU = 32;
    private static final int MOST_ON_PROCESSOR = 1; // more at once take as long, see docs/measurements.md;

    private final NdrModel model;

    public ModelTiles(NdrModel model) {
        this.model = model;
    }

    @Override
    public String model() {
        return model.info().name();
    }

    @Override
    public String device() {
        return model.device().toString();
    }

    @Override
    public int channels() {
        return model.info().network().channels();
    }

    @Override
    public int scale() {
        return model.info().network().scale();
    }

    @Override
    public Tiling tiling() {
        ModelInfo info = model.info();
        return new Tiling(info.tileContext(), info.tileOverlap(), NetworkConfig.MULTIPLE);
    }

    @Override
    public int batch(long pixels) {
        long room = Torch.freeMemory(model.device()).orElse(0) / 2;
        long most = model.device().isGpu() ? MOST_ON_GPU : MOST_ON_PROCESSOR;
        return (int) Math.max(1, Math.min(most, room / model.info().network().bytesToRestore(pixels)));
    }

    @Override
    public boolean toProcessor() {
        if (!model.device().isGpu()) return false;
        model.moveTo(Device.cpu());
        return true;
    }

    @Override
    public List<RestoredTile> restore(List<Patch> tiles) {
        try (Scope scope = Scope.on(model.device())) {
            Tensor y = model.networks().restore(batch(tiles)).image();
            return patches(y).stream().map(RestoredTile::new).toList();
        }
    }

    @Override
    public int learned() {
        return model.info().network().n();
    }

    @Override
    public List<Patch> affinities(List<Patch> tiles, AffinityLevel level) {
        try (Scope scope = Scope.on(model.device())) {
            return joined(model.networks().affinities(batch(tiles)), level);
        }
    }

    @Override
    public List<MeanAffinities> meanAffinities(List<Patch> tiles) {
        try (Scope scope = Scope.on(model.device())) {
            return PatchAffinities.of(model.networks().affinities(batch(tiles)));
        }
    }

    @Override
    public List<MappedTile> restoreMapped(List<Patch> tiles, AffinityLevel level) {
        try (Scope scope = Scope.on(model.device())) {
            Restoration restoration = model.networks().restore(batch(tiles));
            List<Patch> images = patches(restoration.image());
            List<Patch> affinities = joined(restoration.affinities(), level);
            return IntStream.range(0, tiles.size())
                    .mapToObj(i -> new MappedTile(images.get(i), affinities.get(i)))
                    .toList();
        }
    }

    private static List<Patch> joined(List<Tensor> affinities, AffinityLevel level) {
        List<List<Patch>> perLevel =
                level.levels().stream().map(i -> patches(affinities.get(i))).toList();
        return IntStream.range(0, perLevel.get(0).size())
                .mapToObj(i -> level.joined(
                        perLevel.stream().map(patches -> patches.get(i)).toList()))
                .toList();
    }

    @Override
    public List<Patch> transfer(List<Patch> clean, List<Patch> degraded) {
        Ndr networks = model.networks();
        try (Scope scope = Scope.on(model.device())) {
            List<Tensor> degradations = networks.restore(batch(degraded)).degradations();
            return patches(networks.degrad().forward(batch(clean), degradations));
        }
    }

    /** (B, H, W, channels) on the device of the innermost scope. */
    private static Tensor batch(List<Patch> tiles) {
        Patch first = tiles.get(0);
        return Images.batch(
                tiles.stream().map(Patch::values).toList(), first.channels(), first.height(), first.width());
    }

    private static List<Patch> patches(Tensor batch) {
        return Images.split(batch).stream()
                .map(values -> new Patch(values, batch.size(3), batch.size(1), batch.size(2)))
                .toList();
    }
}
