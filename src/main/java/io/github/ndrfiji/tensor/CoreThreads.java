package io.github.ndrfiji.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Several things that are computed at the same time on the processor, each by a thread with its share of the cores.
 *
 * <p>Operations on small arrays are too short to be spread over cores well: most of the gain is lost in waking threads and
 * waiting for them, thousands of times. It is faster to do as many things at once as there are cores.
 *
 * <p>Close it, and use no other operations of the engine until then: matrix products know one number of cores for all
 * threads. To be used by one thread.
 */
public final class CoreThreads implements AutoCloseable {

    /** Kept for a minute: a new thread would take its memory elsewhere, and that of the old one would lie idle. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(CoreThreads::thread);

    private final int cores = Torch.threads();
    private final int count;

    /** @param count how many things are computed at once. Starts the engine */
    public CoreThreads(int count) {
        this.count = count;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "ndr-computing");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does all tasks. Waits for each thread, also where another has failed, since they may share what the tasks use.
     *
     * @return the results, in the order of the tasks
     * @throws RuntimeException or Error of a task that failed; what is neither as the cause of an IllegalStateException
     */
    public <T> List<T> all(List<Callable<T>> tasks) {
        List<Future<List<T>>> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = i;
            threads.add(THREADS.submit(() -> ownOf(tasks, first)));
        }
        List<List<T>> results = new ArrayList<>();
        Throwable failure = null;
        for (Future<List<T>> thread : threads) {
            try {
                results.add(uninterruptedly(thread));
            } catch (ExecutionException e) {
                if (failure == null) failure = e.getCause();
            }
        }
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
        if (failure != null) throw new IllegalStateException("A part of the work failed.", failure);
        return IntStream.range(0, tasks.size())
                .mapToObj(i -> results.get(i % count).get(i / count))
                .toList();
    }

    /** Every so many'th of the tasks. */
    private <T> List<T> ownOf(List<Callable<T>> tasks, int first) throws Exception {
        Torch.spreadOver(Math.max(1, cores / count));
        List<T> results = new ArrayList<>();
        for (int i = first; i < tasks.size(); i += count)
            results.add(tasks.get(i).call());
        return results;
    }

    /** Nothing is left half done; whoever asks for interrupts sees this one afterwards. */
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
        Torch.spreadOver(cores);
    }
}
