package io.github.ndrfiji;

/** Passes on all but how far the work has come, which counts otherwise in the whole. */
public interface ForwardedProgress extends Progress {

    /** Who is told, and who cancels. */
    Progress whole();

    @Override
    default void log(String message) {
        whole().log(message);
    }

    @Override
    default void warn(String message) {
        whole().warn(message);
    }

    @Override
    default boolean isCancelled() {
        return whole().isCancelled();
    }
}
