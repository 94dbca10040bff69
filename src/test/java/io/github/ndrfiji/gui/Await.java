package io.github.ndrfiji.gui;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** In ImageJ: waits for what shall become true, but not for ever. */
final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int PAUSE = 20; // ms

    private Await() {}

    /** @param what is waited for, for the message when it does not come */
    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    static <T> T until(String what, Supplier<Optional<T>> found) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> value = found.get();
            if (value.isPresent()) return value.get();
            Thread.sleep(PAUSE);
        }
        throw new AssertionError("There is no " + what + " after " + LONGEST + ". " + Desk.describe());
    }
}
