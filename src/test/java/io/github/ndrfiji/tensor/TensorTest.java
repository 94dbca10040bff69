package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Small results, computed by hand. */
class TensorTest {

    private static void inScope(Consumer<Scope> test) {
        try (Scope scope = Scope.on(Device.cpu())) {
            test.accept(scope);
        }
    }

    @Test
    void arithmeticBroadcasts() {
        inScope(scope -> {
            Tensor x = scope.tensor(new float[] {1, 2, 3, 4}, 2, 2);
            Tensor row = scope.tensor(new float[] {10, 20}, 2);
            assertArrayEquals(new float[] {11, 22, 13, 24}, x.plus(row).toFloats());
            assertArrayEquals(new float[] {-9, -18, -7, -16}, x.minus(row).toFloats());
            assertArrayEquals(new float[] {10, 40, 30, 80}, x.times(row).toFloats());
            assertArrayEquals(
                    new float[] {0.1f, 0.1f, 0.3f, 0.2f}, x.dividedBy(row).toFloats());
            assertArrayEquals(new float[] {2.5f, 2.5f, 3, 4}, x.atLeast(2.5).toFloats());
            assertArrayEquals(new float[] {0.5f, 1, 1.5f, 2}, x.times(0.5).toFloats());
        });
    }

    @Test
    void axesMove() {
        inScope(scope -> {
            Tensor x = scope.tensor(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
            assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, x.transpose(0, 1).toFloats());
            assertArrayEquals(new long[] {3, 2}, x.permute(1, 0).shape());
            assertArrayEquals(new float[] {2, 3, 5, 6}, x.slice(1, 1, 3).toFloats());
            assertArrayEquals(new float[] {1, 5}, x.diagonal(0, 1).toFloats());
            assertArrayEquals(
                    new float[] {1, 2, 3, 1, 4, 5, 6, 4},
                    x.concat(1, x.slice(1, 0, 1)).toFloats());
            assertEquals(3, x.size(-1));
        });
    }

    @Test
    void reductionsDropTheirAxes() {
        inScope(scope -> {
            Tensor x = scope.tensor(new float[] {3, 0, 4, 0}, 2, 2);
            assertEquals(1.75f, x.mean().toFloat());
            assertArrayEquals(new float[] {3.5f, 0}, x.mean(0).toFloats());
            assertArrayEquals(new float[] {5, 0}, x.norm(0).toFloats());
        });
    }

    @Test
    void productsAreThoseOfMatrices() {
        inScope(scope -> {
            Tensor x = scope.tensor(new float[] {1, 2, 3, 4}, 2, 2);
            Tensor weight = scope.tensor(new float[] {1, 0, 1, 1}, 2, 2);
            Tensor bias = scope.tensor(new float[] {100, 200}, 2);
            assertArrayEquals(new float[] {3, 2, 7, 4}, x.matmul(weight).toFloats());
            assertArrayEquals(
                    new float[] {101, 203, 103, 207}, x.linear(weight, bias).toFloats());
        });
    }

    @Test
    void convolutionKeepsTheSidesAndSeesZerosOutside() {
        inScope(scope -> {
            Tensor x = scope.full(1, 1, 3, 3, 1);
            Tensor box = scope.full(1, 1, 1, 3, 3);
            assertArrayEquals(
                    new float[] {4, 6, 4, 6, 9, 6, 4, 6, 4},
                    x.convolve(box, null, 1).toFloats());
        });
    }

    @Test
    void depthwiseConvolutionKeepsChannelsApart() {
        inScope(scope -> {
            Tensor x = scope.tensor(new float[] {1, 10, 2, 20}, 1, 1, 2, 2); // two pixels with two channels
            Tensor weight = scope.tensor(new float[] {2, 3}, 2, 1, 1, 1);
            assertArrayEquals(
                    new float[] {2, 30, 4, 60}, x.convolve(weight, null, 2).toFloats());
        });
    }

    @Test
    void layerNormHasMeanZeroAndVarianceOne() {
        inScope(scope -> {
            Tensor x = scope.tensor(new float[] {1, 3}, 1, 2);
            float[] normed = x.layerNorm(scope.full(1, 2), scope.full(0, 2)).toFloats();
            double expected = 1 / Math.sqrt(1 + 1e-5); // deviation 1, eps 1e-5
            assertArrayEquals(new float[] {(float) -expected, (float) expected}, normed, 1e-6f);
        });
    }

    @Test
    void activationsMatchTheirFormulas() {
        inScope(scope -> {
            Tensor x = scope.tensor(new float[] {-1, 0, 1}, 3);
            assertArrayEquals(new float[] {0, 0, 1}, x.relu().toFloats());
            // x * Phi(x), Phi(1) = 0.8413447461 from tables of the normal distribution
            assertArrayEquals(
                    new float[] {-0.15865525f, 0, 0.84134475f}, x.gelu().toFloats(), 1e-6f);
            assertEquals(1 / (1 + Math.exp(-1)), x.sigmoid().toFloats()[2], 1e-6);
            double sum = Math.exp(-1) + 1 + Math.exp(1);
            assertEquals(Math.exp(1) / sum, x.softmax(0).toFloats()[2], 1e-6);
        });
    }

    @Test
    void imagesSurviveTheWayThereAndBack() {
        inScope(scope -> {
            float[] first = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}; // 2 channels, 2 rows, 3 columns
            float[] second = {-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12};
            Tensor batch = Images.batch(java.util.List.of(first, second), 2, 2, 3);
            assertArrayEquals(new long[] {2, 2, 3, 2}, batch.shape());
            assertArrayEquals(
                    new float[] {1, 7},
                    batch.slice(0, 0, 1).slice(1, 0, 1).slice(2, 0, 1).toFloats());
            assertArrayEquals(first, Images.split(batch).get(0));
            assertArrayEquals(second, Images.split(batch).get(1));
        });
    }
}
