package io.github.ndrfiji.train;

import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.Restoration;
import io.github.ndrfiji.tensor.Adam;
import io.github.ndrfiji.tensor.ParameterVector;
import io.github.ndrfiji.tensor.Recording;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Makes training steps towards the {@link Objective} of the settings.
 *
 * <p>Owns the optimisers, not the networks: close it. Needs an open {@link Scope} on the networks' device.
 */
final class Learner implements AutoCloseable {

    private final Ndr ndr;
    private final TrainSettings settings;
    private final List<Adam> optimisers;

    private Learner(Ndr ndr, TrainSettings settings, List<Adam> optimisers) {
        this.ndr = ndr;
        this.settings = settings;
        this.optimisers = optimisers;
    }

    static Learner fresh(Ndr ndr, TrainSettings settings) {
        return new Learner(
                ndr, settings, groups(ndr, settings).stream().map(Adam::of).toList());
    }

    /** Goes on from {@link #state}. */
    static Learner resumed(Ndr ndr, TrainSettings settings, List<Adam.State> states) {
        List<List<ParameterVector>> groups = groups(ndr, settings);
        if (groups.size() != states.size())
            throw new IllegalArgumentException("The checkpoint has " + states.size() + " optimisers, but the order "
                    + settings.objective().order() + " needs " + groups.size()
                    + "; resume with the order it was made with.");
        List<Adam> optimisers = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) optimisers.add(Adam.resumed(groups.get(i), states.get(i)));
        return new Learner(ndr, settings, optimisers);
    }

    /** What each optimiser optimises: one direction with the dictionary, or everything. */
    private static List<List<ParameterVector>> groups(Ndr ndr, TrainSettings settings) {
        List<ParameterVector> restoring = new ArrayList<>(List.of(ndr.dictionaryVector()));
        if (!settings.objective().frozenEncoder()) restoring.add(ndr.encoderVector());
        restoring.add(ndr.decoderVector());
        return switch (settings.objective().order()) {
            case ALTERNATING -> List.of(restoring, List.of(ndr.dictionaryVector(), ndr.degradVector()));
            case JOINT -> {
                restoring.add(ndr.degradVector());
                yield List.of(restoring);
            }
            case RESTORE_ONLY -> List.of(restoring);
        };
    }

    /** Everything needed to go on exactly as if never stopped, the networks' weights apart. */
    List<Adam.State> state() {
        return optimisers.stream().map(Adam::state).toList();
    }

    /**
     * One step.
     *
     * @param number the step's number from 0, on which the learning rate depends
     * @throws ArithmeticException if a loss or a gradient is no longer a number
     */
    Losses step(Batch batch, long number) {
        try (Scope scope = Scope.open();
                Recording recording = Recording.start()) {
            Tensor x = batch.degraded();
            Tensor y = batch.clean();
            double rate = settings.schedule().rate(number);
            return switch (settings.objective().order()) {
                case ALTERNATING ->
                    alternate(x, y, rate, number % settings.objective().degradEvery() == 0);
                case JOINT -> together(x, y, rate);
                case RESTORE_ONLY -> alternate(x, y, rate, false);
            };
        }
    }

    private Losses alternate(Tensor x, Tensor y, double rate, boolean withDegrad) {
        learn(ndr.dictionaryVector(), true);
        learnToRestore();
        Restoration restoration = ndr.restore(x);
        Tensor restoreLoss = settings.objective().loss().of(restoration.image(), y);
        restoreLoss.backward();
        optimise(optimisers.get(0), rate);
        double restored = restoreLoss.toFloat();
        if (!withDegrad) return new Losses(restored, OptionalDouble.empty());

        // The second direction asks the dictionary again with the features that the first one found.
        learn(ndr.dictionaryVector(), true);
        learn(ndr.encoderVector(), false);
        learn(ndr.decoderVector(), false);
        learn(ndr.degradVector(), true);
        List<Tensor> features = restoration.levels().stream()
                .map(level -> level.feature().detach())
                .toList();
        List<Tensor> degradations = ndr.restore().degradations(features, ndr.dictionary());
        Tensor degradLoss = settings.objective().loss().of(ndr.degrad().forward(y, degradations), x);
        degradLoss.backward();
        optimise(optimisers.get(1), rate);
        return new Losses(restored, OptionalDouble.of(degradLoss.toFloat()));
    }

    private Losses together(Tensor x, Tensor y, double rate) {
        learn(ndr.dictionaryVector(), true);
        learnToRestore();
        learn(ndr.degradVector(), true);
        Objective objective = settings.objective();
        Restoration restoration = ndr.restore(x);
        Tensor restoreLoss = objective.loss().of(restoration.image(), y);
        Tensor degradLoss = objective.loss().of(ndr.degrad().forward(y, restoration.degradations()), x);
        degradLoss.plus(restoreLoss.times(objective.lambda())).backward();
        optimise(optimisers.get(0), rate);
        return new Losses(restoreLoss.toFloat(), OptionalDouble.of(degradLoss.toFloat()));
    }

    private void learnToRestore() {
        learn(ndr.encoderVector(), !settings.objective().frozenEncoder());
        learn(ndr.decoderVector(), true);
    }

    private static void learn(ParameterVector vector, boolean learn) {
        vector.learn(learn);
        vector.bind();
    }

    private void optimise(Adam optimiser, double rate) {
        double norm = optimiser.step(rate, settings.decay(), settings.largestNorm());
        if (!Double.isFinite(norm))
            throw new ArithmeticException("Training has diverged: the gradient is no longer a number.");
    }

    @Override
    public void close() {
        optimisers.forEach(Adam::close);
    }
}
