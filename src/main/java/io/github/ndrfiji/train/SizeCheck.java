package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/** Finds pairs whose clean image does not have the size that the degraded one asks for. */
final class SizeCheck {

    private final String pairs;
    private final int scale;
    private final String first;
    private final String second;
    private final Tally tally = new Tally();
    private String sizes = "";

    /**
     * A check of pairs.
     *
     * @param pairs what a message calls them
     * @param scale sides of the second image of a pair, in sides of the first
     * @param first what a message calls the first image of a pair
     * @param second and the second
     */
    SizeCheck(String pairs, int scale, String first, String second) {
        this.pairs = pairs;
        this.scale = scale;
        this.first = first;
        this.second = second;
    }

    static boolean fit(Patch degraded, Patch clean, int scale) {
        return clean.height() == scale * degraded.height() && clean.width() == scale * degraded.width();
    }

    void look(String name, Patch degraded, Patch clean) {
        tally.count(name, !fit(degraded, clean, scale));
        if (sizes.isEmpty() && tally.any()) sizes = size(degraded) + " " + first + ", " + size(clean) + " " + second;
    }

    private static String size(Patch image) {
        return image.width() + " x " + image.height();
    }

    Optional<Finding> finding() {
        if (!tally.any()) return Optional.empty();
        return Optional.of(Finding.error("The " + second + " image of a pair must "
                + (scale == 1
                        ? "have the size of the " + first + " one"
                        : "have " + scale + " times the sides of the " + first + " one")
                + ", but in " + tally + " pairs looked at in " + pairs + " it has not, such as in " + tally.first()
                + " (" + sizes + "); crop or resize them, or leave these pairs out."));
    }
}
