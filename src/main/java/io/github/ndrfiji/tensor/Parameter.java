package io.github.ndrfiji.tensor;

import java.util.random.RandomGenerator;

/**
 * A named part of a network that is learned. Its {@link #value} is a view into the {@link ParameterVector} that it was
 * last bound to.
 */
public final class Parameter {

    private final String name;
    private final long[] shape;
    private final Start start;
    private Tensor value;

    Parameter(String name, Start start, long[] shape) {
        this.name = name;
        this.start = start;
        this.shape = shape.clone();
    }

    /** The name as the reference implementation has it, such as {@code restore.embed.weight}. */
    public String name() {
        return name;
    }

    /** A copy of the shape. */
    public long[] shape() {
        return shape.clone();
    }

    /** The count of its numbers. */
    public int size() {
        long size = 1;
        for (long length : shape) size *= length;
        return Math.toIntExact(size);
    }

    /**
     * The present value, owned by its vector.
     *
     * @throws IllegalStateException if it was never bound
     */
    public Tensor value() {
        if (value == null) throw new IllegalStateException("The parameter " + name + " is bound to no vector yet.");
        return value;
    }

    /** Numbers to begin training with. */
    float[] draw(RandomGenerator random) {
        float[] values = new float[size()];
        for (int i = 0; i < values.length; i++) values[i] = (float) start.draw(random);
        return values;
    }

    void bind(Tensor view) {
        value = view;
    }

    /** How a parameter's numbers are drawn before training. */
    @FunctionalInterface
    public interface Start {
        double draw(RandomGenerator random);

        /** Always the same number. */
        static Start constant(double number) {
            return random -> number;
        }

        /** Uniform in {@code [-bound, bound)}. */
        static Start uniform(double bound) {
            return random -> (2 * random.nextDouble() - 1) * bound;
        }

        /** Normal with mean 0. */
        static Start normal(double deviation) {
            return random -> random.nextGaussian() * deviation;
        }
    }
}
