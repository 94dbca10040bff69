package io.github.ndrfiji.tensor;

import ai.djl.pytorch.engine.PtNDArray;

/** Brings numbers from an engine's array into Java's memory. */
final class HostCopy {

    private HostCopy() {}

    /**
     * All numbers of an array of floats, in row-major order.
     *
     * <p>DJL makes a copy on the processor of what lies on a GPU, in a manager of its own that nobody closes; so it is made
     * and closed here.
     */
    static float[] of(PtNDArray array) {
        if (!array.getDevice().isGpu()) return read(array);
        PtNDArray copy = array.toDevice(ai.djl.Device.cpu(), true);
        try {
            return read(copy);
        } finally {
            copy.getManager().close();
        }
    }

    private static float[] read(PtNDArray array) {
        float[] values = new float[Math.toIntExact(array.getShape().size())];
        array.toByteBuffer(false).asFloatBuffer().get(values);
        return values;
    }
}
