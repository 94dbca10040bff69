package io.github.ndrfiji.command;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Hands values to another thread without waiting for it. Of those that arrive while it is busy only the last is handed
 * over, so that nothing piles up.
 */
final class Latest<T> {

    private final Executor executor;
    private final Consumer<? super T> receiver;
    private final AtomicReference<T> waiting = new AtomicReference<>();

    /** @param executor runs {@code receiver} */
    Latest(Executor executor, Consumer<? super T> receiver) {
        this.executor = executor;
        this.receiver = receiver;
    }

    void put(T value) {
        if (waiting.getAndSet(value) == null) executor.execute(() -> receiver.accept(waiting.getAndSet(null)));
    }
}
