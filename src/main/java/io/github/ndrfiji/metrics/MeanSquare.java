package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;

/** Mean squared difference. */
public final class MeanSquare {

    private MeanSquare() {}

    /**
     * The mean squared difference of two images, over all their channels.
     *
     * @throws IllegalArgumentException if the images differ in size
     */
    public static double of(Patch image, Patch reference) {
        Arguments.checkSameSize(image, reference);
        float[] a = image.values();
        float[] b = reference.values();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return sum / a.length;
    }
}
