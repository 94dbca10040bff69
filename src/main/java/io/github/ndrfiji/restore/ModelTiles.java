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
import io.github.ndrfiji.tensor.CoreThreads;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import io.github.ndrfiji.tensor.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Restores, maps and degrades tiles with a model: a GPU takes several as one batch, the cores of the processor take one
 * each at the same time. The model is not closed with it, but moves to the processor where its GPU
 * has too little memory.
 */
public final class ModelTiles implements AffinityNetwork, TransferNetwork {

    private static final int MOST_ON_GPU = 32;

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
        boolean gpu = model.device().isGpu();
        // macOS does not tell its free memory, but swaps where there is too little.
        long room = Torch.freeMemory(model.device()).orElse(gpu ? 0 : Long.MAX_VALUE) / 2;
        int cores = Math.min(Torch.threads(), Runtime.getRuntime().availableProcessors());
        long most = gpu ? MOST_ON_GPU : cores;
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
        return each(tiles, part -> {
            Tensor y = model.networks().restore(batch(part)).image();
            return patches(y).stream().map(RestoredTile::new).toList();
        });
    }

    @Override
    public int learned() {
        return model.info().network().n();
    }

    @Override
    public List<Patch> affinities(List<Patch> tiles, AffinityLevel level) {
        return each(tiles, part -> joined(model.networks().affinities(batch(part)), level));
    }

    @Override
    public List<MeanAffinities> meanAffinities(List<Patch> tiles) {
        return each(tiles, part -> PatchAffinities.of(model.networks().affinities(batch(part))));
    }

    @Override
    public List<MappedTile> restoreMapped(List<Patch> tiles, AffinityLevel level) {
        return each(tiles, part -> {
            Restoration restoration = model.networks().restore(batch(part));
            List<Patch> images = patches(restoration.image());
            List<Patch> affinities = joined(restoration.affinities(), level);
            return IntStream.range(0, part.size())
                    .mapToObj(i -> new MappedTile(images.get(i), affinities.get(i)))
                    .toList();
        });
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
        List<Integer> numbers = IntStream.range(0, clean.size()).boxed().toList();
        return each(numbers, part -> {
            List<Patch> these = part.stream().map(clean::get).toList();
            List<Patch> like = part.stream().map(degraded::get).toList();
            List<Tensor> degradations = networks.restore(batch(like)).degradations();
            return patches(networks.degrad().forward(batch(these), degradations));
        });
    }

    /**
     * Does the work on all tiles in one scope, or on the processor on each tile in one of its own.
     *
     * @param work gives a result for each of the tiles that it gets
     */
    private <T, R> List<R> each(List<T> tiles, Function<List<T>, List<R>> work) {
        if (model.device().isGpu()) return scoped(tiles, work);
        List<Callable<List<R>>> tasks = new ArrayList<>();
        for (T tile : tiles) tasks.add(() -> scoped(List.of(tile), work));
        try (CoreThreads threads = new CoreThreads(Math.min(tiles.size(), Torch.threads()))) {
            return threads.all(tasks).stream().flatMap(List::stream).toList();
        }
    }

    private <T, R> List<R> scoped(List<T> tiles, Function<List<T>, List<R>> work) {
        try (Scope scope = Scope.on(model.device())) {
            return work.apply(tiles);
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
