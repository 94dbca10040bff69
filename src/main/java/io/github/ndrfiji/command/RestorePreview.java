package io.github.ndrfiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.ndrfiji.Progress;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A window that shows, while a user makes choices, the part of the image that they look at beside what a restoration would
 * make of it. Made on a thread of its own; a new request ends the one before.
 */
final class RestorePreview {

    /** Opens the model of a request. */
    @FunctionalInterface
    interface Opener {
        ImagePlusRestorer open() throws IOException;
    }

    private static final int LONGEST_END_S = 30; // of a tile on a slow processor

    private ExecutorService worker;
    private Request latest;
    private ImagePlus window;

    /**
     * Begins a new preview.
     *
     * @param selected whether only the pixels inside the image's selection are to be restored
     */
    synchronized void show(ImagePlus image, boolean selected, Opener opener) {
        endLatest();
        if (worker == null)
            worker = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "NDR-Restore preview");
                thread.setDaemon(true);
                return thread;
            });
        Request request = new Request(image);
        latest = request;
        worker.execute(() -> make(request, selected, opener));
    }

    /** Takes the window away and ends what is under way. */
    void close() {
        takeAway().ifPresent(ExecutorService::shutdown);
    }

    /** The same, and waits for the end, so that the preview's model is off the device. Not for the thread of events. */
    void closeAndWait() {
        Optional<ExecutorService> taken = takeAway();
        if (taken.isEmpty()) return;
        ExecutorService ending = taken.get();
        ending.shutdown();
        try {
            if (!ending.awaitTermination(LONGEST_END_S, TimeUnit.SECONDS)) IJ.showStatus("The preview is still ending");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<ExecutorService> takeAway() {
        endLatest();
        Optional<ExecutorService> ending = Optional.ofNullable(worker);
        worker = null;
        if (window == null) return ending;
        ImagePlus image = latest.image;
        window.changes = false;
        window.close();
        window = null;
        if (image.getWindow() != null) WindowManager.setCurrentWindow(image.getWindow());
        return ending;
    }

    private void endLatest() {
        if (latest != null) latest.ended = true;
    }

    private void make(Request request, boolean selected, Opener opener) {
        if (request.ended) return;
        IJ.showStatus("Preview...");
        try (ImagePlusRestorer restorer = opener.open()) {
            display(request, restorer.preview(request.image, selected, request));
            IJ.showStatus("");
        } catch (CancellationException e) {
            IJ.showStatus(""); // a newer one follows, or none is wanted
        } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
            IJ.showStatus("No preview: " + e.getMessage());
        }
    }

    private synchronized void display(Request request, ImagePlus preview) {
        if (request.ended) return;
        if (window != null && window.isVisible()) {
            window.setImage(preview);
        } else {
            window = preview;
            window.show();
        }
    }

    /** One preview under way. */
    private static final class Request implements Progress {
        private final ImagePlus image;
        private volatile boolean ended;

        Request(ImagePlus image) {
            this.image = image;
        }

        @Override
        public void report(long done, long total) {
            IJ.showProgress((int) done, (int) total);
        }

        @Override
        public void log(String message) {} // the restoration itself will say it

        @Override
        public boolean isCancelled() {
            return ended;
        }
    }
}
