package io.github.ndrfiji.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The lexical owner of tensors. Opened in try-with-resources, it frees every tensor made on its thread while it was the
 * innermost one, save those it was told to {@link #keep}:
 *
 * <pre>{@code
 * Tensor forward(Tensor x) {
 *     try (Scope scope = Scope.open()) {
 *         return scope.keep(x.plus(block.forward(norm.forward(x))));
 *     }
 * }
 * }</pre>
 *
 * <p>The outermost scope of a thread is opened {@linkplain #on on a device}. While it is open, that thread
 * records no gradients, which it does by default. Scopes close in the reverse of the order in which they were opened, on
 * the thread that opened them.
 */
public final class Scope implements AutoCloseable {

    private static final ThreadLocal<Scope> INNERMOST = new ThreadLocal<>();
    private static final AtomicLong LIVE = new AtomicLong();

    private final Scope parent;
    private final Device device;
    private final PtNDManager manager;
    private final boolean recordedBefore;
    private final List<Tensor> tensors = new ArrayList<>();
    private boolean closed;

    private Scope(Scope parent, Device device, PtNDManager manager) {
        this.parent = parent;
        this.device = device;
        this.manager = manager;
        this.recordedBefore = JniUtils.isGradMode();
        INNERMOST.set(this);
    }

    /** Opens a scope whose {@linkplain #tensor new tensors} live on that device. Starts the engine. */
    public static Scope on(Device device) {
        Scope parent = INNERMOST.get();
        Scope scope = new Scope(parent, device, Torch.manager(device));
        if (parent == null) JniUtils.setGradMode(false);
        return scope;
    }

    /**
     * Opens a scope inside the innermost one of this thread, on the same device.
     *
     * @throws IllegalStateException if none is open
     */
    public static Scope open() {
        Scope parent = current();
        return new Scope(parent, parent.device, parent.manager);
    }

    /**
     * The innermost scope of this thread.
     *
     * @throws IllegalStateException if none is open
     */
    public static Scope current() {
        Scope scope = INNERMOST.get();
        if (scope == null)
            throw new IllegalStateException("No scope is open on thread "
                    + Thread.currentThread().getName() + "; open one by Scope.on(device).");
        return scope;
    }

    /** Tensors of all threads that are not yet freed: for finding leaks. */
    public static long liveTensors() {
        return LIVE.get();
    }

    /** Where this scope's new tensors live. */
    public Device device() {
        return device;
    }

    /**
     * A new tensor with a copy of these numbers, in row-major order.
     *
     * @throws IllegalArgumentException if their count is not the product of the shape
     */
    public Tensor tensor(float[] values, long... shape) {
        Shape size = new Shape(shape);
        if (size.size() != values.length)
            throw new IllegalArgumentException(
                    "A tensor of shape " + size + " has " + size.size() + " numbers, not " + values.length + ".");
        ByteBuffer buffer = manager.allocateDirect(Math.multiplyExact(values.length, Float.BYTES));
        buffer.asFloatBuffer().put(values);
        // On the processor libtorch borrows the buffer, and Java may free it while the gradient still needs it: copy.
        try (PtNDArray borrowed = JniUtils.createNdFromByteBuffer(
                manager, buffer, size, DataType.FLOAT32, SparseFormat.DENSE, device.djl())) {
            return adopt(JniUtils.clone(borrowed));
        }
    }

    /** A new tensor of one number repeated; without a shape, a number by itself that combines with any shape. */
    public Tensor full(double value, long... shape) {
        return adopt(
                JniUtils.full(manager, new Shape(shape), value, DataType.FLOAT32, device.djl(), SparseFormat.DENSE));
    }

    /**
     * Makes the tensor outlive this scope: it becomes the enclosing scope's. A tensor of an enclosing scope stays where
     * it is.
     *
     * @return the same tensor
     * @throws IllegalStateException if this is the thread's outermost scope
     */
    public Tensor keep(Tensor tensor) {
        if (parent == null)
            throw new IllegalStateException("The outermost scope has none to keep a tensor in; use release.");
        if (tensor.owner == this) {
            tensor.owner = parent;
            parent.tensors.add(tensor);
        }
        return tensor;
    }

    /** Makes the tensor the caller's, who closes it. */
    public Tensor release(Tensor tensor) {
        if (tensor.owner == this) tensor.owner = null;
        return tensor;
    }

    /** Makes a native array this scope's tensor. */
    Tensor adopt(PtNDArray array) {
        Tensor tensor = new Tensor(array, this);
        tensors.add(tensor);
        LIVE.incrementAndGet();
        return tensor;
    }

    static void freed() {
        LIVE.decrementAndGet();
    }

    /** Frees this scope's tensors. Closing it again does nothing. */
    @Override
    public void close() {
        if (closed) return;
        if (INNERMOST.get() != this)
            throw new IllegalStateException("Scopes close innermost first, on the thread that opened them.");
        closed = true;
        for (Tensor tensor : tensors) if (tensor.owner == this) tensor.close();
        tensors.clear();
        if (parent == null) {
            INNERMOST.remove();
            JniUtils.setGradMode(recordedBefore);
        } else {
            INNERMOST.set(parent);
        }
    }
}
