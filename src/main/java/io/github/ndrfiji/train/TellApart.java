package io.github.ndrfiji.train;

import io.github.ndrfiji.network.Restoration;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;

/**
 * Asks of the learned degradations that others act where another kind of degradation is: each kind gets a share of the N
 * for its own, and what acts in a pixel shall be among those of its kind.
 *
 * <p>The loss is -log of the sum of a pixel's affinities (S, Eq. 2) to the learned degradations of its kind, the mean
 * over the pixels, images and levels: the cross-entropy of the kinds. It is not in the paper, whose loss (Eq. 8) does
 * not care which learned degradation is which; they then hardly differ between kinds, at least after short trainings.
 *
 * @param kinds of the mixture, in their order
 * @param n number of learned degradations
 */
record TellApart(List<String> kinds, int n) {

    /** @throws IllegalArgumentException if there are fewer learned degradations than kinds */
    TellApart {
        kinds = List.copyOf(kinds);
        if (kinds.size() > n)
            throw new IllegalArgumentException(
                    "The " + kinds.size() + " kinds of degradation (" + String.join(", ", kinds)
                            + ") cannot be told apart by " + n
                            + " learned degradations; set tell-apart to 0, or choose a network with more of them.");
    }

    /** The loss of a batch, a number. Differentiable. */
    Tensor of(Batch batch, Restoration restoration) {
        List<Restoration.Level> levels = restoration.levels();
        try (Scope scope = Scope.open()) {
            Tensor sum = loss(batch, levels.get(0), 1);
            for (int i = 1; i < levels.size(); i++) sum = sum.plus(loss(batch, levels.get(i), 1 << i));
            return scope.keep(sum.times(-1.0 / levels.size()));
        }
    }

    /** The mean logarithm of what is wanted at a level whose pixels are so many times as wide as those of the image. */
    private Tensor loss(Batch batch, Restoration.Level level, int scale) {
        Tensor affinity = level.affinity(); // (B, H, W, N)
        Tensor wanted =
                Scope.current().tensor(wanted(batch, affinity.size(1), affinity.size(2), scale), affinity.shape());
        return affinity.times(wanted).mean(3).times(n).log().mean();
    }

    /** (B, H, W, N): 1 at the learned degradations of each pixel's kind. */
    private float[] wanted(Batch batch, int height, int width, int scale) {
        float[] wanted = new float[batch.pairs().size() * height * width * n];
        int at = 0;
        for (Pair pair : batch.pairs())
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++, at += n)
                    for (int i = kinds.indexOf(pair.kindAt(x * scale, y * scale)); i < n; i += kinds.size())
                        wanted[at + i] = 1;
        return wanted;
    }
}
