package io.github.ndrfiji.train;

import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.CoreThreads;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.ParameterVector;
import io.github.ndrfiji.tensor.Recording;
import io.github.ndrfiji.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Halves of a batch that are learned at the same time on the processor, each by one of {@link CoreThreads} and {@linkplain
 * Ndr#twin twin networks} of its own. The images of a batch do not know each other, so the sum of the halves' gradients is
 * the batch's. Halves meet only where the optimiser steps. There are always two, whatever the number of cores, which
 * therefore does not change what is learned. A GPU takes the batch as a whole.
 *
 * <p>Owns the twins and the threads: close it. To be used by one thread.
 */
final class Shards implements AutoCloseable {

    private static final int COUNT = 2;

    private final Device device;
    private final List<Ndr> networks = new ArrayList<>();
    private final CoreThreads threads;

    /**
     * A part of a batch.
     *
     * @param number from 0
     * @param ndr networks with the present numbers, for this part alone
     * @param share the part's share of the batch's images, from 0 to 1
     */
    record Shard(int number, Ndr ndr, Batch batch, double share) {}

    Shards(Ndr ndr) {
        device = ndr.dictionaryVector().device();
        networks.add(ndr);
        while (!device.isGpu() && networks.size() < COUNT) networks.add(ndr.twin());
        threads = new CoreThreads(networks.size());
    }

    /**
     * Does the work on each part of the batch, which records it, and gathers the gradients in the networks that this was
     * made of.
     *
     * @param work makes tensors only for itself: they are freed when it returns, save those that it released
     * @return the results, part by part
     */
    <T> List<T> each(Batch batch, Function<Shard, T> work) {
        List<Batch> parts = batch.parts(networks.size());
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            double share = (double) parts.get(i).pairs().size() / batch.pairs().size();
            Shard shard = new Shard(i, networks.get(i), parts.get(i), share);
            tasks.add(() -> recorded(shard, work));
        }
        List<T> results = threads.all(tasks);
        for (int i = 1; i < parts.size(); i++) gather(networks.get(i).vectors());
        return results;
    }

    private <T> T recorded(Shard shard, Function<Shard, T> work) {
        try (Scope scope = Scope.on(device);
                Recording recording = Recording.start()) {
            return work.apply(shard);
        }
    }

    private void gather(List<ParameterVector> twins) {
        List<ParameterVector> vectors = networks.get(0).vectors();
        for (int i = 0; i < vectors.size(); i++) vectors.get(i).takeGradientOf(twins.get(i));
    }

    @Override
    public void close() {
        threads.close();
        networks.subList(1, networks.size()).forEach(Ndr::close);
    }
}
