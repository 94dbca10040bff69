package io.github.ndrfiji.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Several things that are computed at the same time on the processor, each by a thread with its share of the cores.
 *
 * <p>Operations on small arrays are too short to be spread over cores well: most of the gain is lost in waking threads and
 * waiting for them, thousands of times. It is faster to do as many things at once as there are cores.
 *
 * <p>Until it is closed, threads that are new to the engine get a share of the cores only. To be used by one thread.
 */
public final class CoreThreads implements AutoCloseable {

    /**
     * One thread each, kept for good: a new thread would take its memory elsewhere, and what the old one had would lie
     * idle. Several users at the same time take turns.
     */
    private static final List<ExecutorService> THREADS = new ArrayList<>();

    private static final String NAME = "ndr-computing";

    private final int count;

    /** @param count how many things are computed at once. Starts the engine */
    public CoreThreads(int count) {
        this.count = count;
    }

    private static ExecutorService executor(int number) {
        synchronized (THREADS) {
            while (THREADS.size() <= number) THREADS.add(Executors.newSingleThreadExecutor(CoreThreads::thread));
            return THREADS.get(number);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, NAME);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does all tasks. Where one fails no more are begun, but those that were are waited for, since they may share what the
     * tasks use.
     *
     * @return the results, in the order of the tasks
     * @throws IllegalStateException if it is one of the tasks that asks, which would wait for its own thread
     * @throws RuntimeException or Error of the task that failed; what is neither as the cause of an IllegalStateException
     */
    public <T> List<T> all(List<Callable<T>> tasks) {
        if (Thread.currentThread().getName().equals(NAME))
            throw new IllegalStateException("A task asked for more tasks at once; let it do them one by one.");
        Run<T> run = new Run<>(tasks);
        List<Future<?>> shares = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                int first = i;
                shares.add(executor(i).submit(() -> doShare(run, first)));
            }
        } catch (RuntimeException | Error e) { // such as no memory for a thread
            run.fail(e);
        }
        shares.forEach(CoreThreads::await);
        return run.results();
    }

    /** Every so many'th of the tasks. */
    private <T> void doShare(Run<T> run, int first) {
        try {
            Torch.spreadOver(Math.max(1, Torch.threads() / count));
            for (int i = first; i < run.tasks.size() && !run.hasFailed(); i += count) run.perform(i);
        } catch (Exception | Error e) {
            run.fail(e);
        }
    }

    /** Nothing is left half done; whoever asks for interrupts sees this one afterwards. */
    private static void await(Future<?> share) {
        boolean interrupted = false;
        while (!share.isDone()) {
            try {
                share.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("A share of the work failed without telling.", e);
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    @Override
    public void close() {
        Torch.spreadOver(Torch.threads());
    }

    /** Tasks, and what came of them. */
    private static final class Run<T> {
        private final List<Callable<T>> tasks;
        private final List<T> results;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Run(List<Callable<T>> tasks) {
            this.tasks = tasks;
            this.results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
        }

        /** Each index is set by one thread, and read after all of them have ended. */
        void perform(int i) throws Exception {
            results.set(i, tasks.get(i).call());
        }

        void fail(Throwable e) {
            if (!failure.compareAndSet(null, e)) failure.get().addSuppressed(e);
        }

        boolean hasFailed() {
            return failure.get() != null;
        }

        List<T> results() {
            Throwable first = failure.get();
            if (first instanceof RuntimeException e) throw e;
            if (first instanceof Error e) throw e;
            if (first != null) throw new IllegalStateException("A part of the work failed.", first);
            return results;
        }
    }
}
