package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The line by which the values of one image best tell those of another: {@code reference = gain * image + offset}, by
 * least squares over means of blocks. Noise is hardly left in these; fitted to single pixels it would lower the gain.
 *
 * @param gain factor
 * @param offset what is added
 * @param explained share of the reference's variance that the line explains, from 0 to 1
 */
public record LinearFit(double gain, double offset, double explained) {

    private static final int BLOCKS = 16;
    private static final int SMALLEST = 4;
    private static final int LARGEST = 32;
    private static final int FINE = 2;

    /**
     * The fit of brightness: over blocks of a sixteenth of the image.
     *
     * @return none if all blocks of the image have one value
     * @throws IllegalArgumentException if the images differ in size
     */
    public static Optional<LinearFit> ofBrightness(Patch image, Patch reference) {
        Arguments.checkSameSize(image, reference);
        int side = Math.min(image.width(), image.height()) / BLOCKS;
        int block = Math.max(SMALLEST, Math.min(side, LARGEST));
        Patch x = means(image, block);
        Patch y = means(reference, block);
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < x.values().length; i++) line.addData(x.values()[i], y.values()[i]);
        return of(line);
    }

    /**
     * The fit of fine structure: over the differences of neighbouring means of 2 x 2 pixels. Its gain is above that of
     * the brightness where the reference is sharper than the image.
     *
     * @return none if all differences are equal
     * @throws IllegalArgumentException if the images differ in size
     */
    public static Optional<LinearFit> ofFineStructure(Patch image, Patch reference) {
        Arguments.checkSameSize(image, reference);
        Patch x = means(image, FINE);
        Patch y = means(reference, FINE);
        SimpleRegression line = new SimpleRegression();
        for (int c = 0; c < x.channels(); c++)
            for (int j = 1; j < x.height(); j++)
                for (int i = 1; i < x.width(); i++) {
                    line.addData(x.at(c, j, i) - x.at(c, j, i - 1), y.at(c, j, i) - y.at(c, j, i - 1));
                    line.addData(x.at(c, j, i) - x.at(c, j - 1, i), y.at(c, j, i) - y.at(c, j - 1, i));
                }
        return of(line);
    }

    private static Optional<LinearFit> of(SimpleRegression line) {
        double gain = line.getSlope();
        if (!Double.isFinite(gain)) return Optional.empty();
        double explained = line.getTotalSumSquares() == 0 ? 1 : line.getRSquare();
        return Optional.of(new LinearFit(gain, line.getIntercept(), explained));
    }

    private static Patch means(Patch image, int block) {
        int height = Math.max(1, image.height() / block);
        int width = Math.max(1, image.width() / block);
        Patch means = Patch.zeros(image.channels(), height, width);
        int at = 0;
        for (int c = 0; c < image.channels(); c++)
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) means.values()[at++] = mean(image, c, y * block, x * block, block);
        return means;
    }

    private static float mean(Patch image, int channel, int top, int left, int block) {
        int bottom = Math.min(top + block, image.height());
        int right = Math.min(left + block, image.width());
        double sum = 0;
        for (int y = top; y < bottom; y++) for (int x = left; x < right; x++) sum += image.at(channel, y, x);
        return (float) (sum / ((bottom - top) * (right - left)));
    }
}
