package io.github.ndrfiji.train;

import io.github.ndrfiji.AtomicFile;
import io.github.ndrfiji.ForwardedProgress;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.model.Checkpoint;
import io.github.ndrfiji.model.FloatArray;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Adam;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Learns a model.
 *
 * <pre>{@code
 * TrainingResult result = new Training(plan, Device.auto()).run(Path.of("cells.checkpoint"), progress, TrainingView.NONE);
 * result.model().write(Path.of("cells.ndr"));
 * }</pre>
 *
 * <p>The same plan gives the same weights bit for bit on one processor, whether the run was stopped and resumed or not.
 */
public final class Training {

    private static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(5);

    private final TrainingPlan plan;
    private final Device device;

    public Training(TrainingPlan plan, Device device) {
        this.plan = plan;
        this.device = device;
    }

    /**
     * Runs to the last step, or goes on to it if the checkpoint file is there. Keeps the weights that did best on the
     * held-out images.
     *
     * @param checkpoint written every few minutes, at every validation and when the run is cancelled; stays after the run
     * @throws CancellationException if cancelled; the checkpoint holds all that was learned
     * @throws Diverged if the loss is no longer a number; the checkpoint holds the last weights that were
     * @throws IOException if images or files cannot be read or written
     * @throws IllegalStateException if the device has too little memory; the last checkpoint remains. Or if another
     *     training with this checkpoint is running, which is left alone
     * @throws IllegalArgumentException if the checkpoint is of another plan
     */
    public TrainingResult run(Path checkpoint, Progress progress, TrainingView view) throws IOException {
        try (TrainingLock lock = TrainingLock.of(checkpoint)) {
            return runAlone(checkpoint, progress, view);
        }
    }

    private TrainingResult runAlone(Path checkpoint, Progress progress, TrainingView view) throws IOException {
        AtomicFile.deleteLeftovers(checkpoint);
        Progress start = new OnlyCancelled(progress);
        Validation validation = plan.validation(start);
        try (Scope scope = Scope.on(device);
                Run run = Files.exists(checkpoint)
                        ? resumed(checkpoint, validation, progress)
                        : fresh(checkpoint, validation, start, view)) {
            return run.finish(progress, view);
        } catch (RuntimeException e) {
            throw Torch.isOutOfMemory(e) ? outOfMemory(checkpoint, e) : e;
        }
    }

    /** Nothing is saved, since the step may be half done: the last checkpoint is exact. */
    private IllegalStateException outOfMemory(Path checkpoint, RuntimeException e) {
        TrainSettings settings = plan.settings();
        String remedy = "The device " + device + " has too little memory to learn from " + settings.batch()
                + " crops of " + settings.crop() + " pixels at once; choose a smaller batch or crop, or close other"
                + " programs.";
        String kept = " What was learned up to the last checkpoint is kept in '" + checkpoint
                + "': the same settings go on from it, others can start from it as from a model.";
        return new IllegalStateException(Files.exists(checkpoint) ? remedy + kept : remedy, e);
    }

    private Run fresh(Path file, Validation validation, Progress progress, TrainingView view) throws IOException {
        List<Finding> findings = plan.check(device, progress);
        view.found(findings);
        RunState state = RunState.fresh(plan.fingerprint(), findings);
        TrainSettings settings = plan.settings();
        Ndr ndr = plan.start()
                .map(model -> Ndr.of(settings.network(), device, model.weights().values()))
                .orElseGet(() -> Ndr.random(settings.network(), device, Mixture.random(settings.seed(), -1)));
        WeightAverage average = WeightAverage.of(ndr, device, settings.average(), ndr.weights());
        return new Run(
                file, ndr, Learner.fresh(ndr, settings, plan.mixture().kinds()), average, validation, state, Map.of());
    }

    private Run resumed(Path file, Validation validation, Progress progress) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        RunState state = RunState.parse(checkpoint.state());
        if (!state.plan().equals(plan.fingerprint()))
            throw new IllegalArgumentException("The checkpoint '" + file + "' was made with other settings or data: "
                    + PlanDifferences.between(checkpoint.model(), plan)
                    + "; go on with the same ones, delete that file, or choose another name.");
        progress.log("Going on from '" + file + "', after " + state.step() + " of "
                + plan.settings().schedule().steps() + " steps");
        NamedArrays arrays = checkpoint.stateArrays();
        List<Adam.State> optimisers = state.optimisers(arrays);
        Ndr ndr = Ndr.of(
                plan.settings().network(), device, checkpoint.model().weights().values());
        try {
            WeightAverage average =
                    WeightAverage.of(ndr, device, plan.settings().average(), RunState.weights(arrays, Run.AVERAGE));
            Learner learner =
                    Learner.resumed(ndr, plan.settings(), plan.mixture().kinds(), optimisers);
            return new Run(file, ndr, learner, average, validation, state, RunState.weights(arrays, Run.BEST));
        } catch (RuntimeException e) {
            ndr.close();
            throw e;
        }
    }

    /** For what comes before the first step: it can be cancelled, but is no part of what is counted. */
    private record OnlyCancelled(Progress whole) implements ForwardedProgress {

        @Override
        public void report(long done, long total) {}
    }

    /** Measures something, and heeds a cancel. */
    @FunctionalInterface
    private interface Measurement<T> {
        T make() throws IOException;
    }

    /** One run with all its native memory. */
    private final class Run implements AutoCloseable {

        private static final String AVERAGE = "average.";
        private static final String BEST = "best.";

        private final Path checkpoint;
        private final Ndr ndr;
        private final Learner learner;
        private final WeightAverage average;
        private final Validation validation;
        private final Instant started;
        private final List<Finding> findings;
        private final LossPoints points =
                new LossPoints(plan.settings().schedule().steps());
        private long step;
        private Curves curves;
        private MeanLosses recent;
        private Map<String, float[]> best;
        private Instant saved = Instant.now();

        Run(
                Path checkpoint,
                Ndr ndr,
                Learner learner,
                WeightAverage average,
                Validation validation,
                RunState state,
                Map<String, float[]> best) {
            this.checkpoint = checkpoint;
            this.ndr = ndr;
            this.learner = learner;
            this.average = average;
            this.validation = validation;
            this.started = Instant.parse(state.started());
            this.findings = state.findings();
            this.step = state.step();
            this.curves = state.curves();
            this.recent = state.recent();
            this.best = best;
        }

        TrainingResult finish(Progress progress, TrainingView view) throws IOException {
            TrainSettings settings = plan.settings();
            long steps = settings.schedule().steps();
            double waited;
            if (isDue()) validate(progress, view); // it was cancelled within that validation
            try (Prefetch batches = new Prefetch(plan.trainedOn(), settings, step)) {
                while (step < steps && !isOutOfPatience() && !view.isEnough()) {
                    if (progress.isCancelled()) throw cancelled();
                    learn(next(batches));
                    progress.report(step, steps);
                    if (points.isOne(step)) {
                        curves = curves.plus(recent.at(step, settings.schedule().rate(step - 1)));
                        recent = MeanLosses.NONE;
                        view.learned(curves);
                    }
                    if (isDue()) validate(progress, view);
                    if (saved.plus(CHECKPOINT_EVERY).isBefore(Instant.now())) save();
                }
                waited = batches.shareWaited();
            }
            if (!isValidated()) validate(progress, view);
            Curves.Score best = curves.best().orElseThrow();
            progress.log(String.format(
                    Locale.ROOT,
                    "%s after %d of %d steps; the best was at step %d, with %s; %.1f %% of the time went into waiting for data",
                    isOutOfPatience() ? "No better one in " + settings.patience() + " validations: ended" : "Ended",
                    step,
                    steps,
                    best.step(),
                    best.inWords(),
                    100 * waited));
            return result(progress);
        }

        private boolean isOutOfPatience() {
            int patience = plan.settings().patience();
            return patience > 0 && curves.sinceBest() >= patience;
        }

        private boolean isDue() {
            return step > 0 && step % plan.settings().validateEvery() == 0 && !isValidated();
        }

        private boolean isValidated() {
            List<Curves.Score> scores = curves.scores();
            return !scores.isEmpty() && scores.get(scores.size() - 1).step() == step;
        }

        /** Not all images were looked at before: what was learned shall not be lost for one that cannot be used. */
        private Batch next(Prefetch batches) throws IOException {
            try {
                return batches.take();
            } catch (IOException e) {
                throw new IOException(kept(e), e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(kept(e), e);
            }
        }

        private String kept(Exception e) throws IOException {
            if (step == 0) return e.getMessage();
            save();
            return e.getMessage() + " What was learned in " + step + " steps is kept in '" + checkpoint
                    + "': mend or leave out the image, and begin with that file as with a model.";
        }

        private void learn(Batch batch) throws IOException {
            Losses losses;
            try {
                losses = learner.step(batch, step);
            } catch (Diverged e) {
                save();
                throw new Diverged(e.getMessage() + " " + batch.likelyCause(plan.settings(), step)
                        + " What was learned in " + step + " steps is kept in '" + checkpoint + "'.");
            }
            step++;
            average.update(step);
            recent = recent.plus(losses);
        }

        private void validate(Progress progress, TrainingView view) throws IOException {
            Validation.Report report = cancellable(() -> validation.measure(average.ndr(), progress));
            Curves.Score score = report.score(step, curves);
            if (score.best()) best = average.ndr().weights();
            curves = curves.plus(score);
            save();
            view.validated(curves, report.examples());
        }

        private <T> T cancellable(Measurement<T> measurement) throws IOException {
            try {
                return measurement.make();
            } catch (CancellationException e) {
                throw cancelled();
            }
        }

        /** Saves what was learned. */
        private CancellationException cancelled() throws IOException {
            save();
            return new CancellationException("Cancelled at step " + step + " of "
                    + plan.settings().schedule().steps() + "; run the same command again to go on from '"
                    + checkpoint + "'.");
        }

        private void save() throws IOException {
            List<Adam.State> optimisers = learner.state();
            RunState state = new RunState(
                    plan.fingerprint(),
                    step,
                    started.toString(),
                    optimisers.stream().map(Adam.State::steps).toList(),
                    findings,
                    curves,
                    recent);
            Map<String, FloatArray> arrays = RunState.arrays(optimisers);
            if (average.ndr() != ndr)
                RunState.put(arrays, AVERAGE, average.ndr().weights());
            RunState.put(arrays, BEST, best);
            ModelBundle model = plan.bundle(device, ndr.weights(), step, started, Map.of(), Optional.empty(), findings);
            new Checkpoint(model, state.toJson(), new NamedArrays(arrays)).write(checkpoint);
            saved = Instant.now();
            Torch.giveBackMemory(); // what is kept for the next arrays falls into ever smaller pieces, and grows
        }

        private TrainingResult result(Progress progress) throws IOException {
            try (Ndr ndr = Ndr.of(plan.settings().network(), device, best)) {
                Validation.Report report = cancellable(() -> validation.measure(ndr, progress));
                ModelBundle model = plan.bundle(
                        device,
                        best,
                        curves.best().orElseThrow().step(),
                        started,
                        report.metrics(),
                        cancellable(() -> plan.measurement().of(ndr, progress)),
                        findings);
                List<Example> examples = cancellable(() -> validation.examples(ndr, progress));
                return new TrainingResult(model, curves, examples, findings, plan.usages());
            }
        }

        @Override
        public void close() {
            average.close();
            learner.close();
            ndr.close();
            Torch.giveBackMemory();
        }
    }
}
