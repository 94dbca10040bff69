package io.github.ndrfiji.train;

import io.github.ndrfiji.model.TrainingOrder;

/**
 * What is learned: L = |x - x'| + lambda |y - y'| (Eq. 8), of the degraded image x and the clean image y, and, where that
 * is wanted, that the learned degradations tell the kinds apart.
 *
 * @param order which direction is learned when
 * @param loss what |.| is
 * @param lambda weight of the restoration's loss against the degradation's; heeded by {@link TrainingOrder#JOINT} alone,
 *     since each direction on its own makes steps of the same size whatever its weight
 * @param degradEvery NDR-Degrad takes part in one step of so many; heeded by {@link TrainingOrder#ALTERNATING} alone
 * @param frozenEncoder whether NDR-Restore's encoder stays as it is, as for a fine-tuning on few images
 * @param tellApart weight against |y - y'| of the loss that asks of the learned degradations that others act where
 *     another kind of degradation is; 0 for the paper's loss
 */
public record Objective(
        TrainingOrder order, LossKind loss, double lambda, int degradEvery, boolean frozenEncoder, double tellApart) {

    public Objective {
        if (!(lambda > 0 && Double.isFinite(lambda)))
            throw new IllegalArgumentException("Lambda is " + lambda + "; it must be above 0.");
        if (degradEvery < 1)
            throw new IllegalArgumentException("NDR-Degrad's interval is " + degradEvery + "; it must be 1 or above.");
        if (!(tellApart >= 0 && Double.isFinite(tellApart)))
            throw new IllegalArgumentException(
                    "The weight of telling apart is " + tellApart + "; it must be 0 or above.");
    }

    /**
     * The paper's objective, in that order. NDR-Degrad takes part in one step of four, which was measured to give better
     * restorations in the same time.
     */
    public static Objective of(TrainingOrder order) {
        return new Objective(order, LossKind.L1, 1, 4, false, 0);
    }
}
