package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.network.Restoration;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import io.github.ndrfiji.train.Pair.OtherPart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TellApartTest {

    private static final TellApart THREE = new TellApart(List.of("noise", "haze", "clean"), 4);

    private static Pair pair(String kind, OtherPart other) {
        return new Pair(Patch.zeros(1, 2, 2), Patch.zeros(1, 2, 2), kind, "a.png", Optional.ofNullable(other));
    }

    /** Of 4 learned degradations, 0 and 3 belong to noise, 1 to haze, 2 to clean images. */
    private static Restoration.Level level(int side, int images, float... affinity) {
        float[] all = new float[images * side * side * 4];
        for (int i = 0; i < all.length; i++) all[i] = affinity[i % 4];
        return new Restoration.Level(null, null, Scope.current().tensor(all, images, side, side, 4));
    }

    @Test
    void itIsTheCrossEntropyOfTheKinds() {
        try (Scope scope = Scope.on(Device.cpu())) {
            Restoration restoration = new Restoration(
                    null, List.of(level(2, 2, 0.1f, 0.2f, 0.3f, 0.4f), level(1, 2, 0.7f, 0.1f, 0.1f, 0.1f)));
            Batch batch = new Batch(List.of(pair("noise", null), pair("haze", new OtherPart("clean", false, 1))));
            // level 1: noise 0.1 + 0.4 in all pixels; the other image haze 0.2 in its left half, clean 0.3 in its right
            double first = (Math.log(0.5) + (Math.log(0.2) + Math.log(0.3)) / 2) / 2;
            // level 2: one pixel, at the upper left: noise 0.7 + 0.1, haze 0.1
            double second = (Math.log(0.8) + Math.log(0.1)) / 2;
            assertEquals(-(first + second) / 2, THREE.of(batch, restoration).toFloat(), 1e-6);
        }
    }

    @Test
    void oneKindHasNothingToBeToldFrom() {
        try (Scope scope = Scope.on(Device.cpu())) {
            Restoration restoration = new Restoration(null, List.of(level(2, 1, 0.1f, 0.2f, 0.3f, 0.4f)));
            Tensor loss = new TellApart(List.of("noise"), 4).of(new Batch(List.of(pair("noise", null))), restoration);
            assertEquals(0, loss.toFloat(), 1e-6);
        }
    }

    @Test
    void moreKindsThanLearnedDegradationsAreRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new TellApart(List.of("a", "b", "c"), 2));
        assertTrue(refused.getMessage().contains("3 kinds of degradation (a, b, c) cannot be told apart by 2"));
    }

    @Test
    void twoHundredStepsTeachTheDictionaryWhichKindAPixelSuffersFrom() throws IOException {
        assertTrue(lossAfterTraining(0) > 0.6, "untaught, about ln 2 = 0.69");
        assertTrue(lossAfterTraining(1) < 0.4, "taught");
    }

    private static double lossAfterTraining(double weight) throws IOException {
        Mixture mixture = new Mixture(Stream.of("noise:50", "clean")
                .map(kind -> new Mixture.Part(
                        Source.synthetic(new Scenes("scenes", 10, 1, 32), DegradationRange.parse(kind), 1, 0), 1))
                .toList());
        TrainSettings settings = TrainSettings.of(NetworkConfig.tiny(1), 200)
                .with(Map.of(
                        "order",
                        "RESTORE_ONLY",
                        "rate",
                        "5e-3",
                        "warm-up",
                        "10",
                        "crop",
                        "16",
                        "clip",
                        "1",
                        "patchwork",
                        "0.5",
                        "tell-apart",
                        Double.toString(weight)));
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(settings.network(), Device.cpu(), new SplittableRandom(1));
                Learner learner = Learner.fresh(ndr, settings, mixture.kinds())) {
            for (int i = 0; i < 200; i++) learner.step(mixture.batch(settings, i), i);
            Batch batch = mixture.batch(settings.with(Map.of("batch", "16")), 1000);
            return new TellApart(mixture.kinds(), settings.network().n())
                    .of(batch, ndr.restore(batch.degraded()))
                    .toFloat();
        }
    }
}
