package io.github.ndrfiji.tensor;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Records the operations of this thread while it is open, so that {@link Tensor#backward} can follow them; see
 * {@link #pause} for a stretch that must not be recorded.
 */
public final class Recording implements AutoCloseable {

    private final boolean before = JniUtils.isGradMode();

    private Recording(boolean on) {
        JniUtils.setGradMode(on);
    }

    /** Records until closed. Needs an open scope, since opening a thread's first one switches recording off. */
    public static Recording start() {
        Scope.current();
        return new Recording(true);
    }

    /** Does not record until closed. */
    public static Recording pause() {
        Scope.current();
        return new Recording(false);
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
