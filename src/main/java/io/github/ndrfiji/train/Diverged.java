package io.github.ndrfiji.train;

/** A training whose numbers are no longer finite. The message says why, as far as it is known, and what to do. */
public final class Diverged extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    public Diverged(String message) {
        super(message);
    }
}
