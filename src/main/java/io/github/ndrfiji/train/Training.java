package io.github.ndrfiji.train;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.model.Checkpoint;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Adam;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
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
 * ModelBundle model = new Training(plan, Device.auto()).run(Path.of("cells.checkpoint"), progress);
 * }</pre>
 *
 * <p>The same plan gives the same weights bit for bit on one processor, whether the run was stopped and resumed or not.
 */
public final class Training {

    private static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(5);
    private static final int REPORT_EVERY = 100;

    private final TrainingPlan plan;
    private final Device device;

    public Training(TrainingPlan plan, Device device) {
        this.plan = plan;
        this.device = device;
    }

    /**
     * Runs to the last step, or goes on to it if the checkpoint file is there.
     *
     * @param checkpoint written every few minutes and when the run is cancelled; stays after the run
     * @throws CancellationException if cancelled; the checkpoint holds all that was learned
     * @throws ArithmeticException if the loss is no longer a number; the last checkpoint stays
     * @throws IOException if images or files cannot be read or written
     * @throws IllegalArgumentException if the checkpoint is of another plan
     */
    public ModelBundle run(Path checkpoint, Progress progress) throws IOException {
        Validation validation = Validation.of(plan.heldOut(), plan.settings().crop());
        try (Scope scope = Scope.on(device);
                Run run = Files.exists(checkpoint) ? resumed(checkpoint, validation) : fresh(validation)) {
            return run.finish(checkpoint, progress);
        }
    }

    private Run fresh(Validation validation) throws IOException {
        TrainSettings settings = plan.settings();
        Ndr ndr = plan.start()
                .map(model -> Ndr.of(settings.network(), device, model.weights().values()))
                .orElseGet(() -> Ndr.random(settings.network(), device, Mixture.random(settings.seed(), -1)));
        return new Run(ndr, Learner.fresh(ndr, settings), validation, RunState.fresh(plan.fingerprint()));
    }

    private Run resumed(Path file, Validation validation) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        RunState state = RunState.parse(checkpoint.state());
        if (!state.plan().equals(plan.fingerprint()))
            throw new IllegalArgumentException(
                    "The checkpoint '" + file + "' was made with other settings or data (" + state.plan()
                            + ") than these (" + plan.fingerprint()
                            + "); go on with the same ones, delete that file, or choose another name.");
        List<Adam.State> optimisers = state.optimisers(checkpoint.stateArrays());
        Map<String, float[]> weights = checkpoint.model().weights().values();
        Ndr ndr = Ndr.of(plan.settings().network(), device, weights);
        try {
            return new Run(ndr, Learner.resumed(ndr, plan.settings(), optimisers), validation, state);
        } catch (RuntimeException e) {
            ndr.close();
            throw e;
        }
    }

    /** One run with all its native memory. */
    private final class Run implements AutoCloseable {

        private final Ndr ndr;
        private final Learner learner;
        private final Validation validation;
        private final Instant started;
        private long step;
        private Optional<Losses> shown = Optional.empty();

        Run(Ndr ndr, Learner learner, Validation validation, RunState state) {
            this.ndr = ndr;
            this.learner = learner;
            this.validation = validation;
            this.step = state.step();
            this.started = Instant.parse(state.started());
        }

        ModelBundle finish(Path checkpoint, Progress progress) throws IOException {
            long steps = plan.settings().schedule().steps();
            Instant saved = Instant.now();
            try (Prefetch batches = new Prefetch(plan.trainedOn(), plan.settings(), step)) {
                while (step < steps) {
                    if (progress.isCancelled()) {
                        save(checkpoint);
                        throw new CancellationException("Cancelled at step " + step + " of " + steps
                                + "; run the same command again to go on from " + checkpoint.getFileName() + ".");
                    }
                    learn(batches.take());
                    progress.report(step, steps);
                    if (step % REPORT_EVERY == 0) progress.log(line());
                    if (step % plan.validateEvery() == 0 && step < steps)
                        progress.log(validation.measure(ndr).toString());
                    if (saved.plus(CHECKPOINT_EVERY).isBefore(Instant.now())) {
                        save(checkpoint);
                        saved = Instant.now();
                    }
                }
            }
            save(checkpoint);
            Validation.Report report = validation.measure(ndr);
            progress.log(report.toString());
            return bundle(report.metrics());
        }

        private void learn(Batch batch) {
            Losses losses = learner.step(batch, step);
            step++;
            shown = shown.map(mean -> mean.smoothed(losses)).or(() -> Optional.of(losses));
        }

        private String line() {
            Losses losses = shown.orElseThrow();
            return String.format(
                    Locale.ROOT,
                    "step %d of %d, loss restore %.4f, degrad %s",
                    step,
                    plan.settings().schedule().steps(),
                    losses.restore(),
                    losses.degrad().isPresent()
                            ? String.format(Locale.ROOT, "%.4f", losses.degrad().getAsDouble())
                            : "-");
        }

        private void save(Path file) throws IOException {
            List<Adam.State> optimisers = learner.state();
            RunState state = new RunState(
                    plan.fingerprint(),
                    step,
                    started.toString(),
                    optimisers.stream().map(Adam.State::steps).toList());
            new Checkpoint(bundle(Map.of()), state.toJson(), RunState.arrays(optimisers)).write(file);
        }

        private ModelBundle bundle(Map<String, Double> metrics) throws IOException {
            NamedArrays weights = NamedArrays.of(ndr.weights(), Ndr.parameterShapes(ndr.config()));
            Provenance provenance = plan.provenance(step, started, Instant.now(), metrics);
            return new ModelBundle(plan.info(), weights, provenance, plan.card(provenance));
        }

        @Override
        public void close() {
            learner.close();
            ndr.close();
        }
    }
}
