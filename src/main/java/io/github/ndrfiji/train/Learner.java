package io.github.ndrfiji.train;

import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.Restoration;
import io.github.ndrfiji.tensor.Adam;
import io.github.ndrfiji.tensor.ParameterVector;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes training steps towards the {@link Objective} of the settings.
 *
 * <p>Owns the optimisers and its threads, not the networks: close it. Needs an open {@link Scope} on the networks' device.
 */
final class Learner implements AutoCloseable {

    private final Shards shards;
    private final TrainSettings settings;
    private final Optional<TellApart> tellApart;
    private final List<Adam> optimisers;

    private Learner(Ndr ndr, TrainSettings settings, List<String> kinds, List<Adam> optimisers) {
        this.shards = new Shards(ndr);
        this.settings = settings;
        this.tellApart = settings.objective().tellApart() > 0
                ? Optional.of(new TellApart(kinds, ndr.config().n()))
                : Optional.empty();
        this.optimisers = optimisers;
    }

    /** @param kinds of degradation in the mixture */
    static Learner fresh(Ndr ndr, TrainSettings settings, List<String> kinds) {
        return new Learner(
                ndr,
                settings,
                kinds,
                groups(ndr, settings).stream().map(Adam::of).toList());
    }

    /** Goes on from {@link #state}. */
    static Learner resumed(Ndr ndr, TrainSettings settings, List<String> kinds, List<Adam.State> states) {
        List<List<ParameterVector>> groups = groups(ndr, settings);
        if (groups.size() != states.size())
            throw new IllegalArgumentException("The checkpoint has " + states.size() + " optimisers, but the order "
                    + settings.objective().order() + " needs " + groups.size()
                    + "; resume with the order it was made with.");
        List<Adam> optimisers = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) optimisers.add(Adam.resumed(groups.get(i), states.get(i)));
        return new Learner(ndr, settings, kinds, optimisers);
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
     * @throws Diverged if a loss or a gradient is no longer a number
     */
    Losses step(Batch batch, long number) {
        double rate = settings.schedule().rate(number);
        return switch (settings.objective().order()) {
            case ALTERNATING ->
                alternate(batch, rate, number % settings.objective().degradEvery() == 0);
            case JOINT -> together(batch, rate);
            case RESTORE_ONLY -> alternate(batch, rate, false);
        };
    }

    /** What the first direction leaves for the second. */
    private record Restored(double loss, List<Tensor> features) {}

    private Losses alternate(Batch batch, double rate, boolean withDegrad) {
        List<Restored> restored = shards.each(batch, shard -> restore(shard, withDegrad));
        try {
            double loss = restored.stream().mapToDouble(Restored::loss).sum();
            optimise(optimisers.get(0), rate, loss);
            if (!withDegrad) return new Losses(loss, OptionalDouble.empty());

            List<Double> parts = shards.each(
                    batch, shard -> degrade(shard, restored.get(shard.number()).features()));
            double degraded = parts.stream().mapToDouble(Double::doubleValue).sum();
            optimise(optimisers.get(1), rate, degraded);
            return new Losses(loss, OptionalDouble.of(degraded));
        } finally {
            for (Restored part : restored) part.features().forEach(Tensor::close);
        }
    }

    private Restored restore(Shards.Shard shard, boolean withFeatures) {
        Ndr ndr = shard.ndr();
        learn(ndr.dictionaryVector(), true);
        learnToRestore(ndr);
        Restoration restoration = ndr.restore(shard.batch().degraded());
        Tensor loss = loss(restoration.image(), shard.batch().clean()).times(shard.share());
        withTellApart(loss, shard, restoration, 1).backward();
        List<Tensor> features = withFeatures
                ? restoration.levels().stream()
                        .map(level -> Scope.current().release(level.feature().detach()))
                        .toList()
                : List.of();
        return new Restored(loss.toFloat(), features);
    }

    /** The second direction asks the dictionary again with the features that the first one found. */
    private double degrade(Shards.Shard shard, List<Tensor> features) {
        Ndr ndr = shard.ndr();
        learn(ndr.dictionaryVector(), true);
        learn(ndr.encoderVector(), false);
        learn(ndr.decoderVector(), false);
        learn(ndr.degradVector(), true);
        List<Tensor> degradations = ndr.restore().degradations(features, ndr.dictionary());
        Tensor again = ndr.degrad().forward(shard.batch().clean(), degradations);
        Tensor loss = loss(again, shard.batch().degraded()).times(shard.share());
        loss.backward();
        return loss.toFloat();
    }

    private Losses together(Batch batch, double rate) {
        List<Losses> parts = shards.each(batch, this::restoreAndDegrade);
        double restored = parts.stream().mapToDouble(Losses::restore).sum();
        double degraded =
                parts.stream().mapToDouble(part -> part.degrad().getAsDouble()).sum();
        optimise(optimisers.get(0), rate, restored + degraded);
        return new Losses(restored, OptionalDouble.of(degraded));
    }

    private Losses restoreAndDegrade(Shards.Shard shard) {
        Ndr ndr = shard.ndr();
        learn(ndr.dictionaryVector(), true);
        learnToRestore(ndr);
        learn(ndr.degradVector(), true);
        Tensor x = shard.batch().degraded();
        Tensor y = shard.batch().clean();
        Restoration restoration = ndr.restore(x);
        Tensor restored = loss(restoration.image(), y).times(shard.share());
        Tensor degraded =
                loss(ndr.degrad().forward(y, restoration.degradations()), x).times(shard.share());
        double lambda = settings.objective().lambda();
        withTellApart(degraded.plus(restored.times(lambda)), shard, restoration, lambda)
                .backward();
        return new Losses(restored.toFloat(), OptionalDouble.of(degraded.toFloat()));
    }

    /** @param weight of the restoration in the loss */
    private Tensor withTellApart(Tensor loss, Shards.Shard shard, Restoration restoration, double weight) {
        double factor = weight * settings.objective().tellApart() * shard.share();
        return tellApart
                .map(kinds -> loss.plus(kinds.of(shard.batch(), restoration).times(factor)))
                .orElse(loss);
    }

    private Tensor loss(Tensor actual, Tensor wanted) {
        return settings.objective().loss().of(actual, wanted);
    }

    private void learnToRestore(Ndr ndr) {
        learn(ndr.encoderVector(), !settings.objective().frozenEncoder());
        learn(ndr.decoderVector(), true);
    }

    private static void learn(ParameterVector vector, boolean learn) {
        vector.learn(learn);
        vector.bind();
    }

    /** @param loss of which the gradients are; where it is no number, they may be numbers all the same */
    private void optimise(Adam optimiser, double rate, double loss) {
        if (!Double.isFinite(loss)) throw new Diverged("Training has diverged: the loss is no longer a number.");
        double norm = optimiser.step(rate, settings.decay(), settings.largestNorm());
        if (!Double.isFinite(norm)) throw new Diverged("Training has diverged: the gradient is no longer a number.");
    }

    @Override
    public void close() {
        shards.close();
        optimisers.forEach(Adam::close);
    }
}
