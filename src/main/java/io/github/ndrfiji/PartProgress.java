package io.github.ndrfiji;

/**
 * The progress of one of several parts of equal length.
 *
 * @param whole told of all parts
 * @param before how many parts are done
 * @param parts how many there are
 */
public record PartProgress(Progress whole, int before, int parts) implements ForwardedProgress {

    @Override
    public void report(long done, long total) {
        whole.report(before * total + done, parts * total);
    }
}
