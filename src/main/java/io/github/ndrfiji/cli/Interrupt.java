package io.github.ndrfiji.cli;

/** Whether the user pressed Ctrl-C, or the system asked the program to end. Safe for threads. */
class Interrupt {

    private static final long GRACE_MS = 60_000;

    private final Thread hook;
    private volatile boolean requested;

    /** @param worker whose end {@link #awaitEndOf} awaits */
    Interrupt(Thread worker) {
        hook = new Thread(() -> awaitEndOf(worker), "ndr-interrupt");
    }

    /** One that only {@link #request} triggers. */
    static Interrupt manual() {
        return new Interrupt(Thread.currentThread());
    }

    /** One that signals trigger. The JVM then waits for {@code worker}, which leaves things tidy, before it ends. */
    static Interrupt bySignals(Thread worker) {
        Interrupt interrupt = new Interrupt(worker);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    void request() {
        requested = true;
    }

    boolean isRequested() {
        return requested;
    }

    /** Ends the JVM with that exit code, unless a signal ends it already, with the signal's. Called by the worker. */
    void exit(int code) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // the hook waits for the worker to return
        }
        System.exit(code);
    }

    private void awaitEndOf(Thread worker) {
        request();
        try {
            worker.join(GRACE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
