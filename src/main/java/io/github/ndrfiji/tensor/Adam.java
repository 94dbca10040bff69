package io.github.ndrfiji.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The Adam optimiser (Kingma and Ba, 2015, in the form of the end of its section 2) of one {@link ParameterVector}, with
 * its moments in the open so that a run can be stopped and resumed exactly.
 *
 * <p>Owns native memory: close it. To be used by one thread at a time.
 */
public final class Adam implements AutoCloseable {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final ParameterVector parameters;
    private final Tensor mean;
    private final Tensor variance;
    private long steps;

    private Adam(ParameterVector parameters, Moments moments) {
        this.parameters = parameters;
        this.steps = moments.steps;
        try (Scope scope = Scope.on(parameters.device())) {
            mean = scope.release(scope.tensor(moments.mean, parameters.size()));
            variance = scope.release(scope.tensor(moments.variance, parameters.size()));
        }
    }

    /** A fresh optimiser. */
    public static Adam of(ParameterVector parameters) {
        return new Adam(parameters, new Moments(new float[parameters.size()], new float[parameters.size()], 0));
    }

    /** An optimiser that goes on where another stopped. */
    public static Adam resumed(ParameterVector parameters, Moments moments) {
        return new Adam(parameters, moments);
    }

    /**
     * Makes one step along the gradient that arrived since the last step, and forgets it. Does nothing if none arrived.
     *
     * @param rate the learning rate
     * @param decay the weight decay, as an L2 penalty that joins the gradient
     * @param largestNorm the gradient is scaled down to this Euclidean norm if it is longer
     * @return the gradient's norm before that; not finite when training has diverged, and then no step was made
     */
    public double step(double rate, double decay, double largestNorm) {
        try (PtNDArray gradient = JniUtils.getGradient(parameters.flat().array())) {
            if (gradient == null) return 0;
            double norm = norm(gradient);
            if (!Double.isFinite(norm)) return norm;
            steps++;
            double correction = Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
            JniUtils.adamUpdate(
                    parameters.flat().array(),
                    gradient,
                    mean.array(),
                    variance.array(),
                    (float) rate,
                    (float) (rate * correction),
                    (float) decay,
                    norm > largestNorm ? (float) (largestNorm / norm) : 1,
                    -1,
                    BETA1,
                    BETA2,
                    EPSILON,
                    false);
            parameters.clearGradient();
            return norm;
        }
    }

    private static double norm(PtNDArray gradient) {
        try (PtNDArray norm = JniUtils.norm(gradient, 2, new int[] {0}, false)) {
            return norm.toByteBuffer(false).asFloatBuffer().get();
        }
    }

    /** A copy of the present state. */
    public Moments moments() {
        return new Moments(mean.toFloats(), variance.toFloats(), steps);
    }

    @Override
    public void close() {
        mean.close();
        variance.close();
    }

    /**
     * What the optimiser remembers between steps.
     *
     * @param mean running mean of the gradient, one a parameter number
     * @param variance running mean of its square
     * @param steps steps made so far
     */
    public record Moments(float[] mean, float[] variance, long steps) {}
}
