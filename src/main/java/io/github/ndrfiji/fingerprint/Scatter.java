package io.github.ndrfiji.fingerprint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Means, and how numbers scatter about them. */
final class Scatter {

    /** Share of the covariance's diagonal that is taken for all of it: there are about as many patches as numbers. */
    private static final double SHRINKAGE = 0.1;

    /** Variance of a logarithm that is taken for granted, so that affinities that never change count for nothing. */
    private static final double LEAST = 1e-4;

    private Scatter() {}

    static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        for (double[] row : rows) for (int i = 0; i < mean.length; i++) mean[i] += row[i] / rows.size();
        return mean;
    }

    static double[] deviation(List<double[]> rows, double[] mean) {
        double[] deviation = new double[mean.length];
        for (double[] row : rows)
            for (int i = 0; i < mean.length; i++) deviation[i] += Math.pow(row[i] - mean[i], 2) / rows.size();
        for (int i = 0; i < mean.length; i++) deviation[i] = Math.sqrt(deviation[i]);
        return deviation;
    }

    /**
     * The covariance of the features of patches about the centre of their group, shrunk towards its diagonal.
     *
     * @param centres of the groups, in their order
     */
    static List<Double> covariance(List<List<Measured>> groups, List<Fingerprint> centres) {
        int length = centres.get(0).centre().size();
        double[][] sum = new double[length][length];
        int count = 0;
        for (int g = 0; g < groups.size(); g++)
            for (Measured patch : groups.get(g)) {
                double[] offset = offset(patch.affinities().features(), centres.get(g));
                for (int i = 0; i < length; i++) for (int j = 0; j < length; j++) sum[i][j] += offset[i] * offset[j];
                count++;
            }
        List<Double> covariance = new ArrayList<>(length * length);
        for (int i = 0; i < length; i++)
            for (int j = 0; j < length; j++)
                covariance.add(rounded(i == j ? sum[i][j] / count + LEAST : (1 - SHRINKAGE) * sum[i][j] / count));
        return covariance;
    }

    /** To six digits, which are more than are known. */
    static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(6)).doubleValue();
    }

    /** Features less the centre of a fingerprint. */
    static double[] offset(double[] features, Fingerprint fingerprint) {
        double[] offset = new double[features.length];
        for (int i = 0; i < offset.length; i++)
            offset[i] = features[i] - fingerprint.centre().get(i);
        return offset;
    }
}
