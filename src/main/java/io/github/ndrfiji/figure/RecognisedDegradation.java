package io.github.ndrfiji.figure;

import io.github.ndrfiji.image.Patch;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The recognised degradation U = S D^T (Eq. 3, before its map to features) of every pixel as a colour: its first three
 * principal components over the pixels as red, green and blue.
 *
 * <p>All three have one scale, so that a component is as visible as it is large; the means are gray. Each component points to
 * where its largest number in a learned degradation's direction is positive, so that the same data give the same colours.
 *
 * @param picture of the size of the shares
 * @param variances the parts of the variance of U that each component has; 0 where U does not vary
 */
public record RecognisedDegradation(BufferedImage picture, List<Double> variances) {

    private static final int COMPONENTS = 3;
    /** So many standard deviations of the first component from the mean reach the brightest and the darkest colour. */
    private static final double REACH = 2.5;

    public RecognisedDegradation {
        variances = List.copyOf(variances);
    }

    /**
     * Finds it.
     *
     * @param dictionary D
     * @param shares S: one channel for each learned degradation
     */
    public static RecognisedDegradation of(Dictionary dictionary, Patch shares) {
        RealMatrix d = dictionary.matrix();
        int learned = shares.channels();
        int pixels = shares.height() * shares.width();
        double[] mean = new double[learned];
        for (int n = 0; n < learned; n++)
            for (int i = 0; i < pixels; i++) mean[n] += shares.values()[n * pixels + i] / pixels;
        RealMatrix ofU = d.multiply(covariance(shares, mean)).multiply(d.transpose()); // (M, M)
        RealMatrix covariance = ofU.add(ofU.transpose()).scalarMultiply(0.5); // equal but for rounding
        EigenDecomposition parts = new EigenDecomposition(covariance);
        double all = Math.max(covariance.getTrace(), 0);
        double[] values = parts.getRealEigenvalues(); // the largest first
        int components = Math.min(COMPONENTS, values.length);
        double[][] loadings = new double[COMPONENTS][learned]; // of the shares
        for (int k = 0; k < components; k++)
            loadings[k] = directed(d.transpose().operate(parts.getEigenvector(k)));
        double reach = REACH * Math.sqrt(Math.max(values[0], 0));
        return new RecognisedDegradation(
                picture(shares, mean, loadings, reach),
                DoubleStream.of(values)
                        .limit(components)
                        .map(value -> all > 0 ? Math.max(value, 0) / all : 0)
                        .boxed()
                        .toList());
    }

    private static RealMatrix covariance(Patch shares, double[] mean) {
        int learned = shares.channels();
        int pixels = shares.height() * shares.width();
        RealMatrix covariance = new Array2DRowRealMatrix(learned, learned);
        for (int a = 0; a < learned; a++)
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < pixels; i++)
                    sum += (shares.values()[a * pixels + i] - mean[a]) * (shares.values()[b * pixels + i] - mean[b]);
                covariance.setEntry(a, b, sum / pixels);
                covariance.setEntry(b, a, sum / pixels);
            }
        return covariance;
    }

    private static double[] directed(RealVector loading) {
        boolean backwards = -loading.getMinValue() > loading.getMaxValue();
        return (backwards ? loading.mapMultiply(-1) : loading).toArray();
    }

    private static BufferedImage picture(Patch shares, double[] mean, double[][] loadings, double reach) {
        BufferedImage picture = new BufferedImage(shares.width(), shares.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < shares.height(); y++)
            for (int x = 0; x < shares.width(); x++) {
                int rgb = 0;
                for (double[] loading : loadings) {
                    double score = 0;
                    for (int n = 0; n < mean.length; n++) score += loading[n] * (shares.at(n, y, x) - mean[n]);
                    double level = reach > 0 ? 0.5 + score / (2 * reach) : 0.5;
                    rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, level)));
                }
                picture.setRGB(x, y, rgb);
            }
        return picture;
    }
}
