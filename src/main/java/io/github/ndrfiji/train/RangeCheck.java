package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/** Finds images that a wrong value range has put beside [0, 1], where the networks work, or into a small part of it. */
final class RangeCheck implements ImageCheck {

    private static final double MARGIN = 0.1;
    private static final double MOST = 0.5;
    private static final double FLAT = 1.0 / 14; // 12 bits in 16 fill 1/16

    private final String set;
    private final Tally outside = new Tally();
    private final Tally flat = new Tally();

    RangeCheck(String set) {
        this.set = set;
    }

    @Override
    public void look(String name, Patch image) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int count = 0;
        for (float value : image.values()) {
            if (value < -MARGIN || value > 1 + MARGIN) count++;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        outside.count(name, count > MOST * image.values().length);
        flat.count(name, high > low && high - low < FLAT);
    }

    @Override
    public Optional<Finding> finding() {
        if (outside.share(MOST))
            return Optional.of(Finding.warning("Values should lie in the value range, but in " + outside
                    + " images looked at in '" + set + "' most lie outside, such as in " + outside.first()
                    + "; choose a value range that fits the images, or 'percentile'."));
        if (flat.share(MOST))
            return Optional.of(Finding.warning("Images should fill the value range, but " + flat
                    + " images looked at in '" + set + "' fill less than a fourteenth of it, such as " + flat.first()
                    + "; choose a value range that fits the images (12-bit images in 16 bits: 0:4095), or"
                    + " 'percentile'."));
        return Optional.empty();
    }
}
