package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/** Finds pairs whose clean image does not have the size that the degraded one asks for. */
final class SizeCheck {

    private final String pairs;
    private final int scale;
    private final Tally tally = new Tally();
    private String sizes = "";

    SizeCheck(String pairs, int scale) {
        this.pairs = pairs;
        this.scale = scale;
    }

    static boolean fit(Patch degraded, Patch clean, int scale) {
        return clean.height() == scale * degraded.height() && clean.width() == scale * degraded.width();
    }

    void look(String name, Patch degraded, Patch clean) {
        tally.count(name, !fit(degraded, clean, scale));
        if (sizes.isEmpty() && tally.any()) sizes = size(degraded) + " degraded, " + size(clean) + " clean";
    }

    private static String size(Patch image) {
        return image.width() + " x " + image.height();
    }

    Optional<Finding> finding() {
        if (!tally.any()) return Optional.empty();
        return Optional.of(Finding.error("The clean image of a pair must "
                + (scale == 1
                        ? "have the size of the degraded one"
                        : "have " + scale + " times the sides of the degraded one")
                + ", but in " + tally + " pairs looked at in " + pairs + " it has not, such as in " + tally.first()
                + " (" + sizes + "); crop or resize them, or leave these pairs out."));
    }
}
