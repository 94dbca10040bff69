package io.github.ndrfiji.train;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.fingerprint.Measured;
import io.github.ndrfiji.model.PatchAffinities;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Measures by which affinities a trained model knows the kinds and strengths of its mixture. */
final class FingerprintMeasurement {

    private static final int STRENGTHS = 3;
    /** Of each strength: with 16 the chance of the draw moves a fingerprint as far as some kinds lie apart. */
    private static final int PATCHES = 64;
    /** With more learned degradations the covariance, whose size grows as their square, is neither known nor kept. */
    private static final int MOST_LEARNED = 128;

    private static final int ATTEMPTS = 100;

    private static final long SEED = 20241019;

    private final Mixture heldOut;
    private final int crop;

    /** @param heldOut images that the model has not learned from */
    FingerprintMeasurement(Mixture heldOut, int crop) {
        this.heldOut = heldOut;
        this.crop = crop;
    }

    /**
     * Measures; nothing if the network has too many learned degradations, or images cannot be used. Needs an open {@link Scope}.
     *
     * @throws java.util.concurrent.CancellationException if cancelled; asked before every patch
     */
    Optional<Fingerprints> of(Ndr ndr, Progress progress) throws IOException {
        if (ndr.config().n() > MOST_LEARNED) return Optional.empty();
        List<Source> sources = heldOut.parts().stream()
                .flatMap(part -> part.source().byStrength(STRENGTHS).stream())
                .flatMap(source -> source.byBits().stream())
                .toList();
        List<Measured> patches = new ArrayList<>();
        for (Source source : sources)
            for (int i = 0; i < PATCHES; i++) {
                progress.checkCancelled();
                Pair pair;
                try {
                    pair = usable(source, Mixture.random(SEED, patches.size()));
                } catch (IOException | IllegalArgumentException e) {
                    progress.warn("The model gets no fingerprints, because held-out images of '" + source.description()
                            + "' cannot be used: " + e.getMessage());
                    return Optional.empty();
                }
                patches.add(measured(ndr, source, pair));
            }
        return Optional.of(Fingerprints.of(patches));
    }

    /**
     * A patch of an image that is as it should be: not all held-out images were looked at before, and a model shall not be
     * lost for one of them.
     *
     * @throws IOException or IllegalArgumentException, if there is none; of the last attempt
     */
    private Pair usable(Source source, RandomGenerator random) throws IOException {
        for (int attempt = 1; ; attempt++)
            try {
                Pair pair = source.draw(crop, random);
                pair.requireFinite();
                return pair;
            } catch (IOException | IllegalArgumentException e) {
                if (attempt == ATTEMPTS) throw e;
            }
    }

    private static Measured measured(Ndr ndr, Source source, Pair pair) {
        try (Scope scope = Scope.open()) {
            return new Measured(
                    source.kind(),
                    source.strength(),
                    pair.image(),
                    PatchAffinities.of(ndr.affinities(new Batch(List.of(pair)).degraded()))
                            .get(0));
        }
    }
}
