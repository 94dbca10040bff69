package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/**
 * An image and what became of it, with values nominally in [0, 1].
 *
 * @param degraded what NDR-Restore sees
 * @param clean what it shall make of it: of the same size, or of twice the sides
 * @param kind what degraded it, in the words of the training's settings
 * @param image name of the image that it was cut from, or its first part
 * @param other the part that something else degraded, if there is one
 */
public record Pair(Patch degraded, Patch clean, String kind, String image, Optional<OtherPart> other) {

    /** The part of an image beyond a line.
     *
     * @param kind what degraded it
     * @param below whether the line is a row, else it is a column
     * @param from the first row or column of the part, in the degraded image
     */
    public record OtherPart(String kind, boolean below, int from) {

        /** Whether a pixel of the degraded image lies in it. */
        boolean has(int x, int y) {
            return (below ? y : x) >= from;
        }
    }

    /** A pair that is degraded alike everywhere. */
    public Pair(Patch degraded, Patch clean, String kind, String image) {
        this(degraded, clean, kind, image, Optional.empty());
    }

    /** @throws IllegalArgumentException if either holds values that are not finite */
    void requireFinite() {
        if (!FiniteCheck.isFinite(degraded) || !FiniteCheck.isFinite(clean))
            throw new IllegalArgumentException("All values must be numbers, but '" + image + "' of '" + kind
                    + "' holds NaN or infinite values; replace these (Process > Math > NaN... does so for whole images), or"
                    + " leave the image out.");
    }

    /** What degraded a pixel of the degraded image. */
    String kindAt(int x, int y) {
        return other.filter(part -> part.has(x, y)).map(OtherPart::kind).orElse(kind);
    }
}
