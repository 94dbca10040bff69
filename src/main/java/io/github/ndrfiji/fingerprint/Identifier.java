package io.github.ndrfiji.fingerprint;

import io.github.ndrfiji.fingerprint.Identification.Likelihood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Compares the affinities of images with the fingerprints of a model: linear discriminant analysis, with all kinds as
 * likely beforehand as each other, and so all strengths of a kind.
 *
 * <pre>{@code
 * new Identifier(model.fingerprints()).identify(affinities).kinds().get(0).degradation(); // such as "noise"
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Identifier {

    private final Fingerprints fingerprints;
    private final RealMatrix inverse;
    private final Map<String, Integer> strengths = new LinkedHashMap<>(); // how many each kind has

    public Identifier(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
        int length = fingerprints.all().get(0).centre().size();
        RealMatrix covariance = new Array2DRowRealMatrix(length, length);
        for (int i = 0; i < length; i++)
            for (int j = 0; j < length; j++)
                covariance.setEntry(i, j, fingerprints.covariance().get(i * length + j));
        inverse = new CholeskyDecomposition(covariance).getSolver().getInverse();
        for (Fingerprint one : fingerprints.all()) strengths.merge(one.degradation(), 1, Integer::sum);
    }

    /**
     * What an image suffers from.
     *
     * @param affinities of the same model
     * @throws IllegalArgumentException if they are not of a network of this size
     */
    public Identification identify(MeanAffinities affinities) {
        double[] distances = distances(affinities);
        double nearest = Arrays.stream(distances).min().orElseThrow();
        return new Identification(
                likelihoods(distances, fingerprints.temperature()), nearest <= fingerprints.farthest(), nearest);
    }

    /** Squared distances to all fingerprints, in units of the scatter (Mahalanobis). */
    double[] distances(MeanAffinities affinities) {
        double[] features = affinities.features();
        if (features.length != inverse.getRowDimension())
            throw new IllegalArgumentException("The affinities have " + features.length
                    + " numbers, but the fingerprints " + inverse.getRowDimension() + "; both must be of one model.");
        return fingerprints.all().stream()
                .map(fingerprint -> Scatter.offset(features, fingerprint))
                .map(ArrayRealVector::new)
                .mapToDouble(offset -> inverse.operate(offset).dotProduct(offset))
                .toArray();
    }

    /** The kinds, the likeliest first, of an image at these distances. */
    List<Likelihood> likelihoods(double[] distances, double temperature) {
        double nearest = Arrays.stream(distances).min().orElseThrow();
        Map<String, Double> sums = new LinkedHashMap<>();
        Map<String, Integer> likeliest = new LinkedHashMap<>();
        double all = 0;
        for (int i = 0; i < distances.length; i++) {
            String kind = fingerprints.all().get(i).degradation();
            double likelihood = Math.exp((nearest - distances[i]) / (2 * temperature)) / strengths.get(kind);
            sums.merge(kind, likelihood, Double::sum);
            int number = i;
            likeliest.merge(kind, i, (a, b) -> distances[a] <= distances[b] ? a : number);
            all += likelihood;
        }
        List<Likelihood> likelihoods = new ArrayList<>();
        for (Map.Entry<String, Double> kind : sums.entrySet())
            likelihoods.add(new Likelihood(
                    kind.getKey(),
                    kind.getValue() / all,
                    fingerprints.all().get(likeliest.get(kind.getKey())).strength()));
        likelihoods.sort(Comparator.comparing(Likelihood::confidence).reversed());
        return List.copyOf(likelihoods);
    }
}
