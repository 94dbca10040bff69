package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;

/**
 * Structural similarity: Wang et al., "Image quality assessment: from error visibility to structural similarity", IEEE
 * TIP 2004, with their constants K1 = 0.01, K2 = 0.03 and their Gaussian window of 11 x 11 pixels, sigma 1.5.
 *
 * <p>The mean over all positions at which the window lies inside the image, then over the channels. The same as
 * {@code structural_similarity(..., gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=range,
 * channel_axis=0)} of scikit-image.
 */
public final class Ssim {

    /** Side of the window: smaller images have no SSIM. */
    public static final int WINDOW = 11;

    private static final double SIGMA = 1.5;
    private static final double K1 = 0.01;
    private static final double K2 = 0.03;
    private static final double[] WEIGHTS = gaussian();

    private Ssim() {}

    /**
     * The SSIM of two images: 1 if they are equal, about 0 if they have nothing in common.
     *
     * @param range the largest difference that two values can have, such as 255
     * @throws IllegalArgumentException if the images differ in size, or are smaller than the window, or the range is
     *     not positive
     */
    public static double of(Patch image, Patch reference, double range) {
        Arguments.checkSameSize(image, reference);
        Arguments.checkRange(range);
        if (image.width() < WINDOW || image.height() < WINDOW)
            throw new IllegalArgumentException("SSIM needs images of at least " + WINDOW + " x " + WINDOW
                    + " pixels, but these are " + image.width() + " x " + image.height() + "; use PSNR.");
        double sum = 0;
        for (int c = 0; c < image.channels(); c++)
            for (int y = 0; y <= image.height() - WINDOW; y++) sum += ofRow(image, reference, c, y, range);
        return sum / ((double) image.channels() * (image.height() - WINDOW + 1) * (image.width() - WINDOW + 1));
    }

    /** The sum of the similarities of all windows whose upper row is {@code top}. */
    private static double ofRow(Patch image, Patch reference, int channel, int top, double range) {
        int width = image.width();
        double[][] columns = new double[5][width]; // weighted down the window: x, y, x², y², xy
        for (int j = 0; j < WINDOW; j++) {
            int row = (channel * image.height() + top + j) * width;
            for (int i = 0; i < width; i++) {
                double x = image.values()[row + i];
                double y = reference.values()[row + i];
                columns[0][i] += WEIGHTS[j] * x;
                columns[1][i] += WEIGHTS[j] * y;
                columns[2][i] += WEIGHTS[j] * x * x;
                columns[3][i] += WEIGHTS[j] * y * y;
                columns[4][i] += WEIGHTS[j] * x * y;
            }
        }
        double c1 = K1 * range * K1 * range;
        double c2 = K2 * range * K2 * range;
        double sum = 0;
        for (int i = 0; i <= width - WINDOW; i++) {
            double meanX = across(columns[0], i);
            double meanY = across(columns[1], i);
            double varianceX = across(columns[2], i) - meanX * meanX;
            double varianceY = across(columns[3], i) - meanY * meanY;
            double covariance = across(columns[4], i) - meanX * meanY;
            sum += (2 * meanX * meanY + c1)
                    * (2 * covariance + c2)
                    / ((meanX * meanX + meanY * meanY + c1) * (varianceX + varianceY + c2)); // Eq. (13)
        }
        return sum;
    }

    private static double across(double[] column, int left) {
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) sum += WEIGHTS[i] * column[left + i];
        return sum;
    }

    private static double[] gaussian() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double distance = (i - WINDOW / 2) / SIGMA;
            weights[i] = Math.exp(-distance * distance / 2);
            sum += weights[i];
        }
        for (int i = 0; i < WINDOW; i++) weights[i] /= sum;
        return weights;
    }
}
