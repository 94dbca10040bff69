package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GradientTest {

    private static ParameterVector vector(float... values) {
        ParameterList list = ParameterList.named("test");
        list.add("a", Parameter.Start.constant(0), values.length);
        return ParameterVector.of(Device.cpu(), list.all(), values);
    }

    private static Tensor value(ParameterVector vector) {
        return vector.parameters().get(0).value();
    }

    @Test
    void arrivesInTheVector() {
        try (Scope scope = Scope.on(Device.cpu());
                ParameterVector vector = vector(1, 2, 3);
                Recording recording = Recording.start()) {
            vector.learn(true);
            vector.bind();
            value(vector).times(value(vector)).mean().backward();
            // d/dx of (x1^2 + x2^2 + x3^2) / 3 = 2 x / 3
            assertArrayEquals(new float[] {2 / 3f, 4 / 3f, 2}, vector.gradient(), 1e-6f);
            vector.clearGradient();
            assertArrayEquals(new float[3], vector.gradient());
        }
    }

    @Test
    void doesNotPassADetachedTensor() {
        try (Scope scope = Scope.on(Device.cpu());
                ParameterVector vector = vector(3);
                Recording recording = Recording.start()) {
            vector.learn(true);
            vector.bind();
            value(vector).times(value(vector).detach()).mean().backward();
            assertArrayEquals(new float[] {3}, vector.gradient()); // as if one of the factors were a constant
        }
    }

    @Test
    void aGradientThatIsNoNumberIsReportedAndForgotten() {
        try (Scope scope = Scope.on(Device.cpu());
                ParameterVector vector = vector(1);
                Adam adam = Adam.of(List.of(vector));
                Recording recording = Recording.start()) {
            vector.learn(true);
            vector.bind();
            value(vector).times(Double.NaN).mean().backward();
            assertTrue(Double.isNaN(adam.step(0.1, 0, 1)));
            assertArrayEquals(new float[] {1}, vector.values());
            assertArrayEquals(new float[1], vector.gradient());
            vector.bind();
            value(vector).mean().backward();
            assertEquals(1, adam.step(0.1, 0, 1));
        }
    }

    @Test
    void constantsOutliveGarbageCollection() {
        // With DJL's own operators on Java numbers the gradient reads freed buffers after a collection.
        try (Scope scope = Scope.on(Device.cpu());
                ParameterVector vector = vector(1);
                Recording recording = Recording.start()) {
            vector.learn(true);
            vector.bind();
            Tensor x = value(vector);
            for (int i = 0; i < 200; i++) x = x.times(1 + 1.0 / 1024).plus(0.5).atLeast(-10);
            System.gc();
            byte[][] litter = new byte[200][];
            for (int i = 0; i < litter.length; i++) litter[i] = new byte[10_000 + i];
            System.gc();
            x.mean().backward();
            assertEquals(Math.pow(1 + 1.0 / 1024, 200), vector.gradient()[0], 1e-4);
        }
    }

    @Test
    void copiedArraysOutliveGarbageCollection() {
        try (Scope scope = Scope.on(Device.cpu());
                ParameterVector vector = vector(2);
                Recording recording = Recording.start()) {
            vector.learn(true);
            vector.bind();
            double expected = 0;
            Tensor sum = scope.full(0);
            for (int i = 0; i < 200; i++) {
                float[] numbers = new float[1000];
                java.util.Arrays.fill(numbers, i);
                sum = sum.plus(scope.tensor(numbers, 1000).times(value(vector)).mean());
                expected += i;
                if (i % 50 == 0) System.gc();
            }
            System.gc();
            sum.backward();
            assertEquals(expected, vector.gradient()[0], expected * 1e-5);
        }
    }

    @Test
    void adamMakesTheStepsOfItsPaper() {
        try (Scope scope = Scope.on(Device.cpu());
                ParameterVector vector = vector(1, -2);
                Adam adam = Adam.of(List.of(vector));
                Recording recording = Recording.start()) {
            vector.learn(true);
            double[] x = {1, -2}, m = new double[2], v = new double[2];
            for (int t = 1; t <= 5; t++) {
                vector.bind();
                value(vector).times(value(vector)).mean().times(2).backward(); // the sum of two squares
                double norm = adam.step(0.1, 0.01, 3);
                double expectedNorm = Math.hypot(2 * x[0], 2 * x[1]);
                assertEquals(expectedNorm, norm, 1e-5);
                double clip = Math.min(1, 3 / expectedNorm);
                double rate = 0.1 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                for (int i = 0; i < 2; i++) {
                    double g = clip * 2 * x[i] + 0.01 * x[i];
                    m[i] = 0.9 * m[i] + 0.1 * g;
                    v[i] = 0.999 * v[i] + 0.001 * g * g;
                    x[i] -= rate * m[i] / (Math.sqrt(v[i]) + 1e-8);
                }
                assertArrayEquals(new float[] {(float) x[0], (float) x[1]}, vector.values(), 1e-5f);
            }
        }
    }

    @Test
    void aResumedAdamGoesOnBitForBit() {
        Random random = new Random(5);
        float[] start = {0.3f, -0.7f, 0.1f};
        try (Scope scope = Scope.on(Device.cpu());
                ParameterVector whole = vector(start);
                Adam adam = Adam.of(List.of(whole))) {
            float[][] targets = new float[10][3];
            for (float[] target : targets) for (int i = 0; i < 3; i++) target[i] = random.nextFloat();
            for (int i = 0; i < 5; i++) step(scope, whole, adam, targets[i]);
            try (ParameterVector half = vector(whole.values());
                    Adam resumed = Adam.resumed(List.of(half), adam.state())) {
                for (int i = 5; i < 10; i++) {
                    step(scope, whole, adam, targets[i]);
                    step(scope, half, resumed, targets[i]);
                }
                assertArrayEquals(whole.values(), half.values());
            }
        }
    }

    private static void step(Scope scope, ParameterVector vector, Adam adam, float[] target) {
        try (Recording recording = Recording.start()) {
            vector.learn(true);
            vector.bind();
            Tensor difference = value(vector).minus(scope.tensor(target, 3));
            difference.times(difference).mean().backward();
            adam.step(0.01, 0, 1);
        }
    }

    @Test
    void adamRefusesTheStateOfOtherVectors() {
        try (ParameterVector two = vector(1, 2);
                ParameterVector three = vector(1, 2, 3);
                Adam adam = Adam.of(List.of(two))) {
            Adam.State state = adam.state();
            IllegalArgumentException refused = org.junit.jupiter.api.Assertions.assertThrows(
                    IllegalArgumentException.class, () -> Adam.resumed(List.of(three), state));
            assertTrue(refused.getMessage().contains("[2]"), refused.getMessage());
        }
    }
}
