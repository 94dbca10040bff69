package io.github.ndrfiji.cli;

/** An interrupt that counts how often it is asked for, which work does once a batch of tiles, and comes at the last. */
final class CountedInterrupt extends Interrupt {

    private final int last;
    private int asked;

    private CountedInterrupt(int last) {
        super(Thread.currentThread());
        this.last = last;
    }

    /** One that comes when it is asked for the n-th time. */
    static CountedInterrupt at(int n) {
        return new CountedInterrupt(n);
    }

    static CountedInterrupt never() {
        return new CountedInterrupt(Integer.MAX_VALUE);
    }

    @Override
    boolean isRequested() {
        asked++;
        return asked >= last;
    }

    int asked() {
        return asked;
    }
}
