package io.github.ndrfiji.restore;

import ai.djl.engine.EngineException;
import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A network for tests on a GPU and a processor that have room for so many pixels at once, and say so as the engine does.
 * Remembers the sizes of the batches that it worked on, such as {@code 3 x 16}.
 */
final class ScarceNetwork implements AffinityNetwork, TransferNetwork {

    private final FakeAffinities affinities;
    private final FakeTransfer transfer = FakeTransfer.of(1);
    private final long processor;
    private final List<String> worked = new ArrayList<>();
    private long room;
    private boolean gpu;
    private int wholeBefore;

    private ScarceNetwork(UnaryOperator<Patch> function, boolean gpu, long room, long processor) {
        this.affinities = FakeAffinities.ofValues(FakeNetwork.of(1, function));
        this.gpu = gpu;
        this.room = room;
        this.processor = processor;
    }

    static ScarceNetwork onGpu(UnaryOperator<Patch> function, long room, long processor) {
        return new ScarceNetwork(function, true, room, processor);
    }

    static ScarceNetwork onProcessor(UnaryOperator<Patch> function, long room) {
        return new ScarceNetwork(function, false, room, room);
    }

    /** Has room for everything until so many batches are done. */
    ScarceNetwork after(int batches) {
        wholeBefore = batches;
        return this;
    }

    List<String> worked() {
        return worked;
    }

    private void take(List<Patch> tiles) {
        Patch first = tiles.get(0);
        long pixels = (long) tiles.size() * first.height() * first.width();
        if (worked.size() >= wholeBefore && pixels > room)
            throw gpu
                    ? new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB.")
                    : new EngineException(
                            "[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate"
                                    + " memory: you tried to allocate 2359296 bytes. Error code 12 (Cannot allocate memory)");
        worked.add(tiles.size() + " x " + first.width());
    }

    @Override
    public boolean toProcessor() {
        if (!gpu) return false;
        if (processor == 0)
            throw new EngineException("DefaultCPUAllocator: not enough memory: you tried to allocate 64 bytes.");
        gpu = false;
        room = processor;
        return true;
    }

    @Override
    public int batch(long pixels) {
        return 8;
    }

    @Override
    public String model() {
        return "scarce";
    }

    @Override
    public String device() {
        return gpu ? "gpu:0" : "cpu";
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int scale() {
        return 1;
    }

    @Override
    public Tiling tiling() {
        return affinities.tiling();
    }

    @Override
    public int learned() {
        return affinities.learned();
    }

    @Override
    public List<RestoredTile> restore(List<Patch> tiles) {
        take(tiles);
        return affinities.restore(tiles);
    }

    @Override
    public List<Patch> affinities(List<Patch> tiles, AffinityLevel level) {
        take(tiles);
        return affinities.affinities(tiles, level);
    }

    @Override
    public List<MeanAffinities> meanAffinities(List<Patch> tiles) {
        take(tiles);
        return affinities.meanAffinities(tiles);
    }

    @Override
    public List<MappedTile> restoreMapped(List<Patch> tiles, AffinityLevel level) {
        take(tiles);
        return affinities.restoreMapped(tiles, level);
    }

    @Override
    public List<Patch> transfer(List<Patch> clean, List<Patch> degraded) {
        take(clean);
        return transfer.transfer(clean, degraded);
    }
}
