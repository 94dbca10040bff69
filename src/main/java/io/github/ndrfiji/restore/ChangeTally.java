package io.github.ndrfiji.restore;

/** Counts of what is written. */
final class ChangeTally {

    private long samples;
    private long saturated;
    private long nonFinite;

    void addSamples(long written, long saturated) {
        this.samples += written;
        this.saturated += saturated;
    }

    void addNonFinite() {
        nonFinite++;
    }

    /** Samples written. */
    long samples() {
        return samples;
    }

    /** Samples that the target's type could not hold. */
    long saturated() {
        return saturated;
    }

    /** Samples of the source that are NaN, infinite, or too large for a float; they are written as they are. */
    long nonFinite() {
        return nonFinite;
    }
}
