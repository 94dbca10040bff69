package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds images that were exposed too long: many pixels have the highest value, and the values just below it are common too. A
 * flat bright object has hardly any values just below its own.
 */
final class SaturationCheck implements ImageCheck {

    private static final double MANY = 0.05;
    private static final double OFTEN = 0.25;
    private static final double JUST_BELOW = 0.05;
    private static final int BINS = 4; // of the values just below the highest
    private static final double EACH = 0.025;

    private final String set;
    private final Tally tally = new Tally();
    private double largest;

    SaturationCheck(String set) {
        this.set = set;
    }

    @Override
    public void look(String name, Patch image) {
        double share = 0;
        for (int c = 0; c < image.channels(); c++)
            share = Math.max(share, saturated(image.channel(c).values()));
        tally.count(name, share > MANY);
        largest = Math.max(largest, share);
    }

    /** The share of the pixels with the highest value, if there are more of them than belong there. */
    private static double saturated(float[] values) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        int top = 0;
        int[] below = new int[BINS];
        for (float value : values) {
            double depth = (high - value) / (JUST_BELOW * (high - low)) * BINS;
            if (value == high) top++;
            else if (depth < BINS) below[(int) depth]++;
        }
        int atTop = top;
        boolean continues = Arrays.stream(below).allMatch(count -> count > EACH * atTop);
        boolean pilesUp = Arrays.stream(below).sum() < atTop;
        return continues && pilesUp ? (double) atTop / values.length : 0;
    }

    @Override
    public Optional<Finding> finding() {
        if (!tally.share(OFTEN)) return Optional.empty();
        return Optional.of(Finding.warning("Bright structures should lie below the highest value, but " + tally
                + " images looked at in '" + set + "' are saturated, such as " + tally.first() + " (up to "
                + Math.round(100 * largest) + " % of the pixels of an image have its highest value); what is cut off"
                + " there cannot be learned: use images of a shorter exposure, or leave these out."));
    }
}
