package io.github.ndrfiji.maps;

import io.github.ndrfiji.Progress;

/**
 * The progress of one of two passes of equal length.
 *
 * @param whole told of both
 * @param before how many passes are done, 0 or 1
 */
public record HalfProgress(Progress whole, int before) implements Progress {

    @Override
    public void report(long done, long total) {
        whole.report(before * total + done, 2 * total);
    }

    @Override
    public void log(String message) {
        whole.log(message);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}
