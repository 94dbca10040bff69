package io.github.ndrfiji.train;

import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.ParameterVector;
import java.util.List;
import java.util.Map;

/**
 * The networks with an exponential moving average of the weights, which forgets the noise of single steps (Polyak and
 * Juditsky, 1992).
 *
 * <p>Owns native memory: close it. To be used by one thread at a time.
 */
final class WeightAverage implements AutoCloseable {

    private final Ndr learning;
    private final Ndr average;
    private final double past;

    private WeightAverage(Ndr learning, Ndr average, double past) {
        this.learning = learning;
        this.average = average;
        this.past = past;
    }

    /**
     * An average of those networks' weights.
     *
     * @param past share of the past in each step's average; 0: the networks themselves
     * @param weights the average so far
     */
    static WeightAverage of(Ndr learning, Device device, double past, Map<String, float[]> weights) {
        return new WeightAverage(learning, past == 0 ? learning : Ndr.of(learning.config(), device, weights), past);
    }

    /**
     * Takes in the present weights.
     *
     * @param step the number of steps done, on which the share depends: a long past would remember the random start
     */
    void update(long step) {
        if (average == learning) return;
        double share = 1 - Math.min(past, (1.0 + step) / (10.0 + step));
        List<ParameterVector> from = learning.vectors();
        List<ParameterVector> to = average.vectors();
        for (int i = 0; i < to.size(); i++) to.get(i).approach(from.get(i), share);
    }

    /** The networks with these weights. */
    Ndr ndr() {
        return average;
    }

    @Override
    public void close() {
        if (average != learning) average.close();
    }
}
