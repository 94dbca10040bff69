package io.github.ndrfiji.train;

import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.ParameterVector;
import io.github.ndrfiji.tensor.Recording;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Torch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Halves of a batch that are learned at the same time on the processor, each by a thread and {@linkplain Ndr#twin twin
 * networks} of its own. The images of a batch do not know each other, so the sum of the halves' gradients is the batch's.
 *
 * <p>The operations on small crops are too short to be spread over cores well: most of the gain is lost in waking threads
 * and waiting for them, thousands of times a step. Halves meet only where the optimiser steps. There are always two,
 * whatever the number of cores, which therefore does not change what is learned. A GPU takes the batch as a whole.
 *
 * <p>Owns the twins and the threads: close it. To be used by one thread.
 */
final class Shards implements AutoCloseable {

    private static final int COUNT = 2;

    private final Device device;
    private final int cores;
    private final List<Ndr> networks = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT, Shards::thread);

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
        cores = Torch.threads();
        networks.add(ndr);
        if (device.isGpu()) return;
        while (networks.size() < COUNT) networks.add(ndr.twin());
        spread();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "ndr-learning");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Gives each of the threads, all new, its share of the cores. Matrix products know one number for all threads, which
     * therefore stays low until this is closed.
     */
    private void spread() {
        Callable<Void> take = () -> {
            Torch.spreadOver(Math.max(1, cores / COUNT));
            return null;
        };
        results(Collections.nCopies(COUNT, take));
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
        List<T> results = results(tasks);
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

    /** Waits for all, also where one has failed: the others still use the networks. */
    private <T> List<T> results(List<Callable<T>> tasks) {
        List<Future<T>> futures = tasks.stream().map(threads::submit).toList();
        List<T> results = new ArrayList<>();
        Throwable failure = null;
        for (Future<T> future : futures) {
            try {
                results.add(uninterruptedly(future));
            } catch (ExecutionException e) {
                if (failure == null) failure = e.getCause();
            }
        }
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
        if (failure != null) throw new IllegalStateException("A part of a batch could not be learned.", failure);
        return results;
    }

    /** A step is not left half done; whoever asks for interrupts sees this one after it. */
    private static <T> T uninterruptedly(Future<T> future) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        if (!device.isGpu()) Torch.spreadOver(cores);
        networks.subList(1, networks.size()).forEach(Ndr::close);
    }
}
