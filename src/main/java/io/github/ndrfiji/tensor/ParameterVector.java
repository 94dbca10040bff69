package io.github.ndrfiji.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All parameters of a network as one flat array on a device, so that one native call steps, clips or copies them all.
 * Each {@link Parameter}'s value is a view into it.
 *
 * <p>Owns native memory: close it. To be used by one thread at a time.
 */
public final class ParameterVector implements AutoCloseable {

    private final List<Parameter> parameters;
    private final long[] lengths;
    private final Tensor flat;
    private List<Tensor> views = List.of();

    private ParameterVector(List<Parameter> parameters, Tensor flat) {
        this.parameters = List.copyOf(parameters);
        this.lengths = parameters.stream().mapToLong(Parameter::size).toArray();
        this.flat = flat;
        bind();
    }

    /** A vector of given numbers, parameter after parameter, each in row-major order. */
    public static ParameterVector of(Device device, List<Parameter> parameters, float[] values) {
        try (Scope scope = Scope.on(device)) {
            return new ParameterVector(parameters, scope.release(scope.tensor(values, values.length)));
        }
    }

    /** A vector of numbers to begin training with; drawn in Java, so that a seed gives the same on every device. */
    public static ParameterVector random(Device device, List<Parameter> parameters, RandomGenerator random) {
        float[] values = new float[parameters.stream().mapToInt(Parameter::size).sum()];
        int at = 0;
        for (Parameter parameter : parameters) {
            float[] drawn = parameter.draw(random);
            System.arraycopy(drawn, 0, values, at, drawn.length);
            at += drawn.length;
        }
        return of(device, parameters, values);
    }

    /**
     * A vector of the same numbers, now and after every step, but with gradients of its own, so that two threads can
     * learn at once.
     *
     * @param parameters of the same shapes, to be bound to it
     */
    public ParameterVector twin(List<Parameter> parameters) {
        try (Scope scope = Scope.on(device())) {
            return new ParameterVector(parameters, scope.release(flat.detach()));
        }
    }

    /** Adds the gradient that arrived at a twin to the one that arrived here, and forgets it there. */
    public void takeGradientOf(ParameterVector twin) {
        try (PtNDArray gradient = JniUtils.getGradient(flat.array());
                PtNDArray other = JniUtils.getGradient(twin.flat.array())) {
            if (gradient != null && other != null) JniUtils.addi(gradient, other);
        }
        twin.clearGradient();
    }

    /** The parameters, in the order of the array. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The count of all numbers. */
    public int size() {
        return flat.size(0);
    }

    /** Makes every parameter a fresh view: to be called inside each {@link Recording}, so that gradients arrive here. */
    public void bind() {
        views.forEach(Tensor::close);
        views = new ArrayList<>(parameters.size());
        try (Scope scope = Scope.on(device())) {
            List<Tensor> parts = flat.split(0, lengths);
            for (int i = 0; i < parts.size(); i++) {
                Tensor view =
                        scope.release(parts.get(i).reshape(parameters.get(i).shape()));
                parameters.get(i).bind(view);
                views.add(view);
            }
        }
    }

    /** Whether {@link Tensor#backward} shall bring gradients here. */
    public void learn(boolean learn) {
        JniUtils.attachGradient(flat.array(), learn);
    }

    /** A copy of all numbers. */
    public float[] values() {
        return flat.toFloats();
    }

    /**
     * Goes a part of the way to another vector: value += share * (other - value). Nothing is recorded.
     *
     * @param share from 0 to 1
     */
    public void approach(ParameterVector other, double share) {
        try (Scope scope = Scope.on(device())) {
            Tensor way = other.flat.detach().minus(flat.detach()).times(share);
            JniUtils.addi(flat.detach().array(), way.array());
        }
    }

    /** A copy of the gradient of all numbers; zeros where none arrived yet. */
    public float[] gradient() {
        try (PtNDArray gradient = JniUtils.getGradient(flat.array())) {
            return gradient == null ? new float[size()] : HostCopy.of(gradient);
        }
    }

    /** Forgets the gradient. */
    public void clearGradient() {
        JniUtils.zeroGrad(flat.array());
    }

    Tensor flat() {
        return flat;
    }

    /** Where the numbers are. */
    public Device device() {
        ai.djl.Device device = flat.array().getDevice();
        return new Device(device.isGpu() ? device.getDeviceId() : -1);
    }

    @Override
    public void close() {
        views.forEach(Tensor::close);
        flat.close();
    }
}
