package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.train.Pair.OtherPart;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Pairs that are put together from two along a line. Of an image that is degraded alike everywhere a network can tell
 * the degradation by the mean of the whole, and need not know where it acts.
 */
final class Patchwork {

    private Patchwork() {}

    /**
     * A pair that is the first above or left of a line, which is drawn, and the second beyond it. The first alone if it
     * is too small.
     *
     * @param second of the shape of the first
     */
    static Pair of(Pair first, Pair second, RandomGenerator random) {
        boolean below = random.nextBoolean();
        int side = below ? first.degraded().height() : first.degraded().width();
        if (side < 2 * NetworkConfig.MULTIPLE) return first;
        int from = NetworkConfig.MULTIPLE * random.nextInt(1, side / NetworkConfig.MULTIPLE);
        OtherPart part = new OtherPart(second.kind(), below, from);
        return new Pair(
                joined(first.degraded(), second.degraded(), part, 1),
                joined(
                        first.clean(),
                        second.clean(),
                        part,
                        first.clean().width() / first.degraded().width()),
                first.kind(),
                first.image(),
                Optional.of(part));
    }

    private static Patch joined(Patch first, Patch second, OtherPart part, int scale) {
        Patch joined = Patch.zeros(first.channels(), first.height(), first.width());
        int at = 0;
        for (int c = 0; c < first.channels(); c++)
            for (int y = 0; y < first.height(); y++)
                for (int x = 0; x < first.width(); x++)
                    joined.values()[at++] = (part.has(x / scale, y / scale) ? second : first).at(c, y, x);
        return joined;
    }
}
