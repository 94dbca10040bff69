package io.github.ndrfiji.command;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.report.ExamplePictures;
import io.github.ndrfiji.report.RunCurves;
import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.Example;
import io.github.ndrfiji.train.Finding;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Shows a training in a window: hands what happens from the training's thread to that of the window, and what the user
 * wants back. The training never waits for the window.
 */
final class TrainingWindow implements TrainingMonitor {

    /** The window. Called by the event thread only. */
    interface View {

        void show(RunCurves curves);

        /** @param examples one of each kind */
        void show(List<ExamplePictures> examples);

        /** How far it is and how long it will take. */
        void time(String text);

        void status(String text);

        /**
         * Nothing more will happen.
         *
         * @param report a page for a browser, if there is one
         */
        void ended(String message, Optional<Path> report);

        /** Goes away. */
        void close();
    }

    private final TrainingRequests requests;
    private final Executor eventThread;
    private final View view;
    private final boolean stays;
    private final Latest<Curves> curves;
    private final Latest<List<Example>> examples;
    private final Latest<String> time;
    private final Latest<String> status;
    private boolean over;
    private boolean learned;

    /** @param stays whether the view stays after the training until the user closes it */
    TrainingWindow(TrainingRequests requests, Executor eventThread, View view, boolean stays) {
        this.requests = requests;
        this.eventThread = eventThread;
        this.view = view;
        this.stays = stays;
        curves = new Latest<>(eventThread, latest -> view.show(new RunCurves(latest)));
        examples = new Latest<>(
                eventThread,
                latest -> view.show(latest.stream().map(ExamplePictures::of).toList()));
        time = new Latest<>(eventThread, view::time);
        status = new Latest<>(eventThread, view::status);
    }

    /** Opens one that is listed in ImageJ's menu Window. Needs a screen. */
    static TrainingWindow open(String title, boolean stays) {
        TrainingRequests requests = new TrainingRequests();
        TrainingFrame frame = new TrainingFrame(title, requests);
        EventQueue.invokeLater(frame::open);
        return new TrainingWindow(requests, EventQueue::invokeLater, frame, stays);
    }

    @Override
    public void found(List<Finding> findings) {
        TrainingMonitor.log(findings);
        for (Finding finding : findings) status.put(finding.message());
    }

    @Override
    public void learned(Curves curves) {
        learned = true;
        this.curves.put(curves);
    }

    @Override
    public void validated(Curves curves, List<Example> examples) {
        this.curves.put(curves);
        this.examples.put(examples);
    }

    @Override
    public boolean isEnough() {
        return requests.isEnough();
    }

    @Override
    public Progress over(Progress progress) {
        return new Watched(progress, new TimeLeft(System::nanoTime));
    }

    @Override
    public void finished(String message, Path report) {
        if (!stays) TrainingMonitor.log(message, report);
        ended(message, Optional.of(report));
    }

    private void ended(String message, Optional<Path> report) {
        over = true;
        eventThread.execute(() -> view.ended(message, report));
    }

    @Override
    public void close() {
        boolean refused = !over && !learned && !requests.isCancelled(); // and a message says why
        if (!over)
            ended(
                    requests.isCancelled()
                            ? "Cancelled. The same training goes on from its checkpoint."
                            : "Stopped before its end.",
                    Optional.empty());
        if (!stays || refused) eventThread.execute(view::close);
    }

    /** The progress of the training, shown in the window too. */
    private final class Watched implements Progress {

        private final Progress progress;
        private final TimeLeft left;

        Watched(Progress progress, TimeLeft left) {
            this.progress = progress;
            this.left = left;
        }

        @Override
        public void report(long done, long total) {
            progress.report(done, total);
            if (total > 0 && !requests.isEnough() && !requests.isCancelled()) // that is what it shows then
            time.put(String.format(Locale.ROOT, "Step %,d of %,d%s", done, total, left.after(done, total)));
        }

        @Override
        public void log(String message) {
            progress.log(message);
            status.put(message);
        }

        @Override
        public void warn(String message) {
            progress.warn(message);
            status.put(message);
        }

        @Override
        public boolean isCancelled() {
            if (progress.isCancelled()) requests.cancel(); // by the Escape key, or in a list of tasks
            return requests.isCancelled();
        }
    }
}
