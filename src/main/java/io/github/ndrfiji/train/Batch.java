package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Pairs that are learned together: all degraded images have one shape, and all clean ones.
 *
 * @param pairs at least one
 */
record Batch(List<Pair> pairs) {

    /** Nominal values are from 0 to 1. */
    private static final float LARGEST = 100;

    Batch {
        pairs = List.copyOf(pairs);
    }

    /** The same pairs in their order as so many batches of about one size, or as fewer where there are fewer pairs. */
    List<Batch> parts(int count) {
        int parts = Math.min(count, pairs.size());
        return IntStream.range(0, parts)
                .mapToObj(i -> new Batch(pairs.subList(i * pairs.size() / parts, (i + 1) * pairs.size() / parts)))
                .toList();
    }

    /** The degraded images x, (B, H, W, channels). */
    Tensor degraded() {
        return tensor(Pair::degraded);
    }

    /** The clean images y, (B, sH, sW, channels). */
    Tensor clean() {
        return tensor(Pair::clean);
    }

    /** Why a step with this batch gave something that is no number, and what to do: a sentence. */
    String likelyCause(TrainSettings settings, long step) {
        for (Pair pair : pairs)
            for (Patch patch : List.of(pair.degraded(), pair.clean()))
                for (float value : patch.values())
                    if (!(Math.abs(value) <= LARGEST))
                        return "Likely because of a value of " + value + " in an image of '" + pair.kind()
                                + "', where 0 to 1 is usual: mend or leave out that image, or choose another value range.";
        return String.format(
                Locale.ROOT,
                "The images of this step have usual values, so the learning rate of %.2g is likely too high: start again"
                        + " with a lower one.",
                settings.schedule().rate(step));
    }

    private Tensor tensor(Function<Pair, Patch> side) {
        Patch first = side.apply(pairs.get(0));
        List<float[]> images =
                pairs.stream().map(pair -> side.apply(pair).values()).toList();
        return Images.batch(images, first.channels(), first.height(), first.width());
    }
}
