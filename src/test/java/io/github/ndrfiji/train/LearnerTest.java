package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.ParameterVector;
import io.github.ndrfiji.tensor.Scope;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearnerTest {

    private static final Mixture NOISE = new Mixture(List.of(new Mixture.Part(
            Source.synthetic(new Scenes("scenes", 10, 1, 32), DegradationRange.parse("noise:40"), 1, 0), 1)));

    private static TrainSettings settings(TrainingOrder order, long steps) {
        return TrainSettings.of(NetworkConfig.tiny(1), steps)
                .with(Map.of(
                        "order",
                        order.name(),
                        "rate",
                        "2e-3",
                        "warm-up",
                        "10",
                        "batch",
                        "2",
                        "crop",
                        "16",
                        "decay",
                        "1e-4",
                        "clip",
                        "1",
                        "seed",
                        "7"));
    }

    @ParameterizedTest
    @EnumSource(TrainingOrder.class)
    void twoHundredStepsWithGarbageCollectionsLowerTheLossesAndLeakNothing(TrainingOrder order) throws IOException {
        TrainSettings settings = settings(order, 200);
        double[] restore = new double[200];
        double[] degrad = new double[200];
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(settings.network(), Device.cpu(), new SplittableRandom(1));
                Learner learner = Learner.fresh(ndr, settings, NOISE.kinds())) {
            long live = 0;
            for (int i = 0; i < 200; i++) {
                Losses losses = learner.step(NOISE.batch(settings, i), i);
                restore[i] = losses.restore();
                degrad[i] = losses.degrad().orElse(Double.NaN);
                if (i % 10 == 0) System.gc();
                if (i == 0) live = Scope.liveTensors();
                assertEquals(live, Scope.liveTensors(), "tensors after step " + i);
            }
        }
        assertTrue(mean(restore, 170, 200) < 0.7 * mean(restore, 0, 30), "restoration must improve by 30 %");
        int steps = (int) Arrays.stream(degrad).filter(Double::isFinite).count();
        assertEquals(order == TrainingOrder.JOINT ? 200 : order == TrainingOrder.ALTERNATING ? 50 : 0, steps);
    }

    /** The gradient of |y' - y| is a number there: that of the sign of NaN. */
    @ParameterizedTest
    @EnumSource(TrainingOrder.class)
    void aTargetThatIsNoNumberIsNotedAndLeaksNothing(TrainingOrder order) throws IOException {
        TrainSettings settings = settings(order, 20);
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(settings.network(), Device.cpu(), new SplittableRandom(1));
                Learner learner = Learner.fresh(ndr, settings, NOISE.kinds())) {
            learner.step(NOISE.batch(settings, 0), 0);
            long live = Scope.liveTensors();
            Batch batch = NOISE.batch(settings, 4);
            batch.pairs().get(1).clean().values()[0] = Float.NaN;
            assertThrows(Diverged.class, () -> learner.step(batch, 4));
            assertEquals(live, Scope.liveTensors());
        }
    }

    @Test
    void restoreOnlyLeavesNdrDegradAlone() throws IOException {
        assertEquals(List.of(true, true, true, false), changes(settings(TrainingOrder.RESTORE_ONLY, 20)));
    }

    @ParameterizedTest
    @EnumSource(TrainingOrder.class)
    void aFrozenEncoderStaysAsItIs(TrainingOrder order) throws IOException {
        TrainSettings frozen = settings(order, 20).with(Map.of("frozen-encoder", "true"));
        assertEquals(List.of(true, false, true, order != TrainingOrder.RESTORE_ONLY), changes(frozen));
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void theLossIsTheMeanErrorOrItsSquare(LossKind kind) {
        try (Scope scope = Scope.on(Device.cpu())) {
            float loss = kind.of(scope.tensor(new float[] {1, 2, 5}, 3), scope.tensor(new float[] {2, 2, 2}, 3))
                    .toFloat();
            // |1 - 2| + |2 - 2| + |5 - 2| = 4; 1 + 0 + 9 = 10
            assertEquals(kind == LossKind.L1 ? 4 / 3.0 : 10 / 3.0, loss, 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TrainingOrder.class,
            names = {"ALTERNATING", "JOINT"})
    void bothDirectionsAndTheDictionaryLearn(TrainingOrder order) throws IOException {
        assertEquals(List.of(true, true, true, true), changes(settings(order, 20)));
    }

    /** Whether one step changes the dictionary, NDR-Restore's encoder and decoder, NDR-Degrad. */
    private static List<Boolean> changes(TrainSettings settings) throws IOException {
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(settings.network(), Device.cpu(), new SplittableRandom(1));
                Learner learner = Learner.fresh(ndr, settings, NOISE.kinds())) {
            List<float[]> before =
                    ndr.vectors().stream().map(ParameterVector::values).toList();
            learner.step(NOISE.batch(settings, 0), 0);
            List<float[]> after =
                    ndr.vectors().stream().map(ParameterVector::values).toList();
            return List.of(
                    !Arrays.equals(before.get(0), after.get(0)),
                    !Arrays.equals(before.get(1), after.get(1)),
                    !Arrays.equals(before.get(2), after.get(2)),
                    !Arrays.equals(before.get(3), after.get(3)));
        }
    }

    @Test
    void theSecondDirectionOfTheAlternationDoesNotTouchNdrRestore() throws IOException {
        // NDR-Degrad takes part in even steps only: were NDR-Restore touched by its direction, its steps would differ.
        TrainSettings always = settings(TrainingOrder.ALTERNATING, 20);
        float[] withDegrad = restoreAfterOneStep(always);
        float[] without = restoreAfterOneStep(settings(TrainingOrder.RESTORE_ONLY, 20));
        assertEquals(0, Arrays.compare(withDegrad, without));
    }

    private static float[] restoreAfterOneStep(TrainSettings settings) throws IOException {
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(settings.network(), Device.cpu(), new SplittableRandom(1));
                Learner learner = Learner.fresh(ndr, settings, NOISE.kinds())) {
            learner.step(NOISE.batch(settings, 0), 0);
            return ndr.decoderVector().values();
        }
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }
}
