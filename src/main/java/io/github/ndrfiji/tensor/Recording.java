package io.github.ndrfiji.tensor;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Records the operations of this thread while it is open, so that {@link Tensor#backward} can follow them.
 */
public final class Recording implements AutoCloseable {

    private final boolean before = JniUtils.isGradMode();

    private Recording() {}

    /** Records until closed. Needs an open scope, since opening a thread's first one switches recording off. */
    public static Recording start() {
        Scope.current();
        Recording recording = new Recording();
        JniUtils.setGradMode(true);
        return recording;
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
