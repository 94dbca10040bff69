package io.github.ndrfiji.tensor;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A native array of 32-bit floats on a {@link Device}. Operations leave their operands as they are; what they return
 * belongs to the thread's innermost {@link Scope}. Shapes broadcast as in NumPy; axes count from 0, or from the end if
 * negative. Images are channels-last: {@code (B, H, W, C)}.
 *
 * <p>A tensor may be read from several threads. Errors of the engine are its own runtime exceptions.
 */
public final class Tensor implements AutoCloseable {

    private static final Shape ONE = new Shape(1, 1);
    private static final double LAYER_NORM_EPSILON = 1e-5;

    private final PtNDArray array;
    Scope owner;
    private boolean closed;

    Tensor(PtNDArray array, Scope owner) {
        this.array = array;
        this.owner = owner;
    }

    PtNDArray array() {
        return array;
    }

    private static Tensor made(PtNDArray array) {
        return Scope.current().adopt(array);
    }

    // Shape

    /** The lengths of all axes. */
    public long[] shape() {
        return array.getShape().getShape();
    }

    /** The length of one axis. */
    public int size(int axis) {
        return Math.toIntExact(array.getShape().get(axis < 0 ? rank() + axis : axis));
    }

    /** The number of axes. */
    public int rank() {
        return array.getShape().dimension();
    }

    /** The same numbers in another shape; one length may be -1 and is then derived. */
    public Tensor reshape(long... shape) {
        return made(JniUtils.reshape(array, shape));
    }

    /** The axes in another order: the result's axis i is this tensor's axis {@code axes[i]}. */
    public Tensor permute(long... axes) {
        return made(JniUtils.permute(array, axes));
    }

    /** Two axes exchanged. */
    public Tensor transpose(int first, int second) {
        return made(JniUtils.transpose(array, first, second));
    }

    /** The part from {@code from} (included) to {@code to} (excluded) along an axis. */
    public Tensor slice(int axis, long from, long to) {
        return made(JniUtils.slice(array, axis, from, to, 1));
    }

    /** The diagonal over two axes, which become one at the end. */
    public Tensor diagonal(int first, int second) {
        return made(JniUtils.diagonal(array, 0, first, second));
    }

    /** This and others joined along an axis. */
    public Tensor concat(int axis, Tensor... others) {
        PtNDArray[] all = new PtNDArray[others.length + 1];
        all[0] = array;
        for (int i = 0; i < others.length; i++) all[i + 1] = others[i].array;
        return made(JniUtils.cat(all, axis));
    }

    /**
     * Consecutive parts of these lengths along an axis. Where all parts are used this learns faster than slices: the
     * gradient is joined once, rather than each part's filled up with zeros and then added.
     */
    public List<Tensor> split(int axis, long... lengths) {
        NDList parts = JniUtils.split(array, lengths, axis);
        List<Tensor> tensors = new ArrayList<>(lengths.length);
        parts.forEach(part -> tensors.add(made((PtNDArray) part)));
        return tensors;
    }

    // Arithmetic, element by element

    public Tensor plus(Tensor other) {
        return made(JniUtils.add(array, other.array));
    }

    public Tensor plus(double number) {
        return plus(constant(number));
    }

    public Tensor minus(Tensor other) {
        return made(JniUtils.sub(array, other.array));
    }

    public Tensor times(Tensor other) {
        return made(JniUtils.mul(array, other.array));
    }

    public Tensor times(double number) {
        return times(constant(number));
    }

    public Tensor dividedBy(Tensor other) {
        return made(JniUtils.div(array, other.array));
    }

    /** Each number, or {@code least} where that is greater. */
    public Tensor atLeast(double least) {
        return made(JniUtils.max(array, constant(least).array));
    }

    /** The natural logarithm. */
    public Tensor log() {
        return made(JniUtils.log(array));
    }

    public Tensor abs() {
        return made(JniUtils.abs(array));
    }

    public Tensor relu() {
        return made(JniUtils.relu(array));
    }

    /** The exact form, with the error function. */
    public Tensor gelu() {
        return made(JniUtils.gelu(array));
    }

    public Tensor sigmoid() {
        return made(JniUtils.sigmoid(array));
    }

    public Tensor softmax(int axis) {
        return made(JniUtils.softmax(array, axis, DataType.FLOAT32));
    }

    /** A number made on the native side: DJL's own operators with a Java number leave the gradient a freed buffer. */
    private static Tensor constant(double number) {
        return Scope.current().full(number);
    }

    // Reductions

    /** The mean of all numbers, without axes. */
    public Tensor mean() {
        return made(JniUtils.mean(array));
    }

    /** The mean over one axis, which is dropped. */
    public Tensor mean(int axis) {
        return made(JniUtils.mean(array, axis, false));
    }

    /** The Euclidean norm over one axis, which is dropped. */
    public Tensor norm(int axis) {
        return made(JniUtils.norm(array, 2, new int[] {axis}, false));
    }

    // Products

    /** Matrix product over the last two axes; leading axes broadcast. */
    public Tensor matmul(Tensor other) {
        return made(JniUtils.matmul(array, other.array));
    }

    /**
     * A linear map of the last axis, which is also a 1x1 convolution: {@code (..., in)} to {@code (..., out)}.
     *
     * @param weight {@code (out, in)}
     * @param bias {@code (out)}, or null for none
     */
    public Tensor linear(Tensor weight, Tensor bias) {
        return made(JniUtils.linear(array, weight.array, bias == null ? null : bias.array));
    }

    /** Layer norm over the last axis, with weight and bias of its length, eps 1e-5. */
    public Tensor layerNorm(Tensor weight, Tensor bias) {
        return made(JniUtils.layerNorm(array, weight.array.getShape(), weight.array, bias.array, LAYER_NORM_EPSILON));
    }

    /**
     * A convolution that keeps the sides, zero outside the image: {@code (B, H, W, in)} to {@code (B, H, W, out)}.
     *
     * @param weight {@code (out, in / groups, k, k)} with odd k
     * @param bias {@code (out)}, or null for none
     * @param groups groups of channels that are convolved apart; as many as channels for a depthwise convolution
     */
    public Tensor convolve(Tensor weight, Tensor bias, int groups) {
        long pad = weight.size(-1) / 2;
        // A permuted view is what libtorch calls channels-last: it convolves without copying.
        try (PtNDArray view = JniUtils.permute(array, new long[] {0, 3, 1, 2});
                PtNDArray result = JniUtils.convolution(
                        view, weight.array, bias == null ? null : bias.array, ONE, new Shape(pad, pad), ONE, groups)) {
            return made(JniUtils.permute(result, new long[] {0, 2, 3, 1}));
        }
    }

    // Gradients

    /** The same numbers, cut off from what was recorded: no gradient flows through. */
    public Tensor detach() {
        return made(JniUtils.detachGradient(array));
    }

    /** Adds the gradient of this one number to every {@link ParameterVector} it was computed from, and forgets the record. */
    public void backward() {
        try (Scope scope = Scope.open()) {
            JniUtils.backward(array, scope.full(1, shape()).array, false, false);
        }
    }

    // Numbers

    /** A copy of all numbers, in row-major order. */
    public float[] toFloats() {
        return HostCopy.of(array);
    }

    /** The number of a tensor that has just one. */
    public float toFloat() {
        float[] values = toFloats();
        if (values.length != 1)
            throw new IllegalStateException("A tensor of shape " + Arrays.toString(shape()) + " is not one number.");
        return values[0];
    }

    /** Frees the native memory now rather than with the scope. Closing it again does nothing. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        array.close();
        Scope.freed();
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(closed ? new long[0] : shape());
    }
}
