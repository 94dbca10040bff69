package io.github.ndrfiji.train;

import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.NetworkConfig;

/**
 * How a model is learned. Together with the data and the seed this fixes the result bit for bit on one processor.
 *
 * @param network the networks' size
 * @param order which direction is learned when
 * @param schedule number of steps and their learning rates
 * @param batch pairs learned together in one step
 * @param crop sides of the degraded patches, a multiple of {@link NetworkConfig#MULTIPLE}
 * @param decay weight decay
 * @param lambda weight of the restoration's loss against the degradation's (Eq. 8)
 * @param largestNorm longer gradients are scaled down to this norm
 * @param degradEvery NDR-Degrad takes part in one step of so many; only {@link TrainingOrder#ALTERNATING} heeds it
 * @param seed of the first weights and of every draw
 */
public record TrainSettings(
        NetworkConfig network,
        TrainingOrder order,
        Schedule schedule,
        int batch,
        int crop,
        double decay,
        double lambda,
        double largestNorm,
        int degradEvery,
        long seed) {

    public TrainSettings {
        if (batch < 1 || batch > 1024)
            throw new IllegalArgumentException("The batch is " + batch + "; it must be 1 to 1024.");
        if (crop < NetworkConfig.MULTIPLE || crop % NetworkConfig.MULTIPLE != 0)
            throw new IllegalArgumentException(
                    "The crop is " + crop + "; it must be a multiple of " + NetworkConfig.MULTIPLE + ", such as 64.");
        if (!(decay >= 0 && decay < 1))
            throw new IllegalArgumentException("The weight decay is " + decay + "; it must be 0 or above, below 1.");
        if (!(lambda > 0)) throw new IllegalArgumentException("Lambda is " + lambda + "; it must be above 0.");
        if (!(largestNorm > 0))
            throw new IllegalArgumentException("The largest norm is " + largestNorm + "; it must be above 0.");
        if (degradEvery < 1)
            throw new IllegalArgumentException("NDR-Degrad's interval is " + degradEvery + "; it must be 1 or above.");
    }

    /** The defaults for a network of that size and a run of so many steps. */
    public static TrainSettings of(NetworkConfig network, long steps) {
        return new TrainSettings(
                network,
                TrainingOrder.ALTERNATING,
                new Schedule(1e-3, Math.min(steps, 200), steps),
                4,
                64,
                0,
                1,
                0.01,
                1,
                1);
    }
}
