package io.github.ndrfiji.command;

/** What the user wants of a training that runs. Safe for threads. */
final class TrainingRequests {

    private volatile boolean enough;
    private volatile boolean cancelled;

    /** End it after this step and keep the best model so far. */
    void finish() {
        enough = true;
    }

    /** Stop it and leave a checkpoint. */
    void cancel() {
        cancelled = true;
    }

    boolean isEnough() {
        return enough;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
