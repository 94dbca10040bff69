package io.github.ndrfiji;

import java.util.concurrent.CancellationException;

/**
 * How a long piece of work tells what it is doing and learns that it is no longer wanted.
 *
 * <p>Every loop over tiles, training steps or files calls {@link #report} once per turn and {@link #checkCancelled}
 * before it begins one, so a cancel takes effect within one turn.
 *
 * <p>Implementations may be called from any single thread at a time.
 */
public interface Progress {

    /** Reports nothing and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void report(long done, long total) {}

        @Override
        public void log(String message) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * Tells how far the work has come.
     *
     * @param done units finished so far, from 0 to {@code total}
     * @param total units of the whole work, or 0 where it is not known
     */
    void report(long done, long total);

    /** Tells something that the user should read: one line, without a line break. */
    void log(String message);

    /** Tells something that the user must not overlook, as {@link #log} does where there is no better way. */
    default void warn(String message) {
        log(message);
    }

    /** Whether the user asked for the work to stop. */
    boolean isCancelled();

    /**
     * Stops the work if the user asked for it.
     *
     * @throws CancellationException if {@link #isCancelled()}
     */
    default void checkCancelled() {
        if (isCancelled()) throw new CancellationException("Cancelled by the user.");
    }
}
