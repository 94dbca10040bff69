package io.github.ndrfiji.train;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Prepares the batch of the next step while the present one is learned. */
final class Prefetch implements AutoCloseable {

    private final Mixture mixture;
    private final TrainSettings settings;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "ndr-batches");
        worker.setDaemon(true);
        return worker;
    });
    private final long opened = System.nanoTime();
    private long waited;
    private long nextStep;
    private Future<Batch> next;

    Prefetch(Mixture mixture, TrainSettings settings, long firstStep) {
        this.mixture = mixture;
        this.settings = settings;
        this.nextStep = firstStep;
        prepare();
    }

    private void prepare() {
        if (nextStep == settings.schedule().steps()) return;
        long step = nextStep++;
        Callable<Batch> task = () -> mixture.batch(settings, step);
        next = thread.submit(task);
    }

    /** The batch of the next step, of which there must be one. */
    Batch take() throws IOException {
        long asked = System.nanoTime();
        try {
            Batch batch = next.get();
            waited += System.nanoTime() - asked;
            prepare();
            return batch;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) throw io;
            if (cause instanceof RuntimeException runtime) throw runtime;
            if (cause instanceof Error error) throw error;
            throw new IllegalStateException("A batch could not be prepared: " + cause, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "The training was interrupted while it waited for data; resume it from its checkpoint.", e);
        }
    }

    /** The share of the time since this was made that {@link #take} spent waiting, from 0 to 1. */
    double shareWaited() {
        return (double) waited / (System.nanoTime() - opened);
    }

    /**
     * Waits for the batch that is being prepared: others may read the images only then, and an interrupt would close a file
     * that they are in.
     */
    @Override
    public void close() {
        if (next != null) next.cancel(false);
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated())
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
