package io.github.ndrfiji.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * The Adam optimiser (Kingma and Ba, 2015, in the form of the end of its section 2) of some parameter vectors, with its
 * moments in the open so that a run can be stopped and resumed exactly.
 *
 * <p>Owns native memory: close it. To be used by one thread at a time.
 */
public final class Adam implements AutoCloseable {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final List<ParameterVector> vectors;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> variances = new ArrayList<>();
    private long steps;

    private Adam(List<ParameterVector> vectors, State state) {
        this.vectors = List.copyOf(vectors);
        this.steps = state.steps;
        for (int i = 0; i < vectors.size(); i++) {
            means.add(placed(vectors.get(i), state.means.get(i)));
            variances.add(placed(vectors.get(i), state.variances.get(i)));
        }
    }

    /** A fresh optimiser. */
    public static Adam of(List<ParameterVector> vectors) {
        List<float[]> zeros =
                vectors.stream().map(vector -> new float[vector.size()]).toList();
        return new Adam(vectors, new State(zeros, zeros, 0));
    }

    /**
     * An optimiser that goes on where another of the same vectors stopped.
     *
     * @throws IllegalArgumentException if the state is not that of such vectors
     */
    public static Adam resumed(List<ParameterVector> vectors, State state) {
        List<Integer> sizes = vectors.stream().map(ParameterVector::size).toList();
        for (List<float[]> moments : List.of(state.means, state.variances)) {
            List<Integer> found = moments.stream().map(moment -> moment.length).toList();
            if (!sizes.equals(found))
                throw new IllegalArgumentException(
                        "The optimiser's state is of vectors of " + found + " numbers, not of " + sizes + ".");
        }
        return new Adam(vectors, state);
    }

    /**
     * Makes one step along the gradient that arrived since the last step, and forgets it.
     *
     * @param rate the learning rate
     * @param decay the weight decay, as an L2 penalty that joins the gradient
     * @param largestNorm the gradient is scaled down to this Euclidean norm if it is longer
     * @return the gradient's norm before that; not finite when training has diverged, and then no step was made
     */
    public double step(double rate, double decay, double largestNorm) {
        List<PtNDArray> gradients = new ArrayList<>();
        try {
            for (ParameterVector vector : vectors)
                gradients.add(JniUtils.getGradient(vector.flat().array()));
            double norm = norm(gradients);
            if (!Double.isFinite(norm)) return norm;
            steps++;
            double correction = Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
            for (int i = 0; i < vectors.size(); i++) {
                if (gradients.get(i) == null) continue;
                JniUtils.adamUpdate(
                        vectors.get(i).flat().array(),
                        gradients.get(i),
                        means.get(i).array(),
                        variances.get(i).array(),
                        (float) rate,
                        (float) (rate * correction),
                        (float) decay,
                        norm > largestNorm ? (float) (largestNorm / norm) : 1,
                        -1,
                        BETA1,
                        BETA2,
                        EPSILON,
                        false);
            }
            return norm;
        } finally {
            for (PtNDArray gradient : gradients) if (gradient != null) gradient.close();
            vectors.forEach(ParameterVector::clearGradient);
        }
    }

    private static double norm(List<PtNDArray> gradients) {
        double squares = 0;
        for (PtNDArray gradient : gradients) {
            if (gradient == null) continue;
            try (PtNDArray norm = JniUtils.norm(gradient, 2, new int[] {0}, false)) {
                double one = HostCopy.of(norm)[0];
                squares += one * one;
            }
        }
        return Math.sqrt(squares);
    }

    /** A copy of the present state. */
    public State state() {
        return new State(
                means.stream().map(Tensor::toFloats).toList(),
                variances.stream().map(Tensor::toFloats).toList(),
                steps);
    }

    private static Tensor placed(ParameterVector vector, float[] values) {
        try (Scope scope = Scope.on(vector.device())) {
            return scope.release(scope.tensor(values, values.length));
        }
    }

    @Override
    public void close() {
        means.forEach(Tensor::close);
        variances.forEach(Tensor::close);
    }

    /**
     * What the optimiser remembers between steps.
     *
     * @param means running mean of the gradient of each vector
     * @param variances running mean of its square
     * @param steps steps made so far
     */
    public record State(List<float[]> means, List<float[]> variances, long steps) {}
}
