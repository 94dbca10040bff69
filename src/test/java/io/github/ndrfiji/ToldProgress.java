package io.github.ndrfiji;

import java.util.List;

/**
 * Remembers what it was told; never cancels.
 *
 * @param told to which it adds each message
 */
public record ToldProgress(List<String> told) implements Progress {

    @Override
    public void report(long done, long total) {}

    @Override
    public void log(String message) {
        told.add(message);
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
