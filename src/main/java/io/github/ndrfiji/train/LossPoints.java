package io.github.ndrfiji.train;

/**
 * At which steps the curves get a point: about a thousand in a long run, so that they stay small.
 *
 * @param steps of the whole run
 */
record LossPoints(long steps) {

    private static final long MOST = 1000;
    private static final long EVERY_AT_LEAST = 10;

    /** @param step steps done */
    boolean isOne(long step) {
        return step % Math.max(EVERY_AT_LEAST, steps / MOST) == 0 || step == steps;
    }
}
