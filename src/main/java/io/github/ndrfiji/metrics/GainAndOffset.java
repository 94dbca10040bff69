package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;

/**
 * How the values of one image follow from those of another that shows the same with another exposure, gain or black
 * level: {@code gain * value + offset}.
 *
 * @param gain not below 0, so that contrast is never turned around
 */
public record GainAndOffset(double gain, double offset) {

    /**
     * Those that bring one image nearest to another: the least sum of the squares of {@code gain * image + offset -
     * reference} over all channels together, where both values are finite. Of an image without contrast, or that is dark
     * where the other is bright, only the mean counts.
     *
     * @throws IllegalArgumentException if the images differ in size
     */
    public static GainAndOffset fit(Patch image, Patch reference) {
        Arguments.checkSameSize(image, reference);
        long count = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < image.values().length; i++) {
            double x = image.values()[i];
            double y = reference.values()[i];
            if (!Double.isFinite(x) || !Double.isFinite(y)) continue;
            count++;
            double dx = x - meanX;
            meanX += dx / count;
            meanY += (y - meanY) / count;
            xx += dx * (x - meanX);
            xy += dx * (y - meanY);
        }
        double gain = xx > 0 ? Math.max(0, xy / xx) : 1;
        return new GainAndOffset(gain, meanY - gain * meanX);
    }

    /** A new patch with the values that follow from those of this one. */
    public Patch of(Patch image) {
        float[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) values[i] = (float) (gain * values[i] + offset);
        return new Patch(values, image.channels(), image.height(), image.width());
    }
}
