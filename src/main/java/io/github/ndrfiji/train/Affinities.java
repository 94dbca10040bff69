package io.github.ndrfiji.train;

import io.github.ndrfiji.model.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mean affinities of patches whose kind of degradation is known. */
final class Affinities {

    private final int levels;
    private final int n;
    private final Map<String, List<double[][]>> byKind = new LinkedHashMap<>();

    /**
     * @param levels of the network
     * @param n number of learned degradations
     */
    Affinities(int levels, int n) {
        this.levels = levels;
        this.n = n;
    }

    /** @param shares of the learned degradations in one patch, by level */
    void add(String kind, double[][] shares) {
        byKind.computeIfAbsent(kind, name -> new ArrayList<>()).add(shares);
    }

    /** How many learned degradations are in use at that level: exp of the entropy of the mean over the kinds. */
    double perplexity(int level) {
        double[] mean = new double[n];
        for (List<double[][]> patches : byKind.values()) add(mean, mean(patches, level), 1.0 / byKind.size());
        return Math.exp(-Arrays.stream(mean)
                .filter(share -> share > 0)
                .map(share -> share * Math.log(share))
                .sum());
    }

    /**
     * The share of patches whose kind the affinities of that level tell, in percent: each patch is given to the kind
     * whose mean over its other patches is nearest.
     */
    double toldApart(int level) {
        long right = 0;
        long all = 0;
        for (String kind : byKind.keySet()) {
            for (double[][] patch : byKind.get(kind)) {
                if (nearest(patch, level).equals(kind)) right++;
                all++;
            }
        }
        return 100.0 * right / all;
    }

    private String nearest(double[][] patch, int level) {
        String nearest = "";
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, List<double[][]>> kind : byKind.entrySet()) {
            List<double[][]> others =
                    kind.getValue().stream().filter(other -> other != patch).toList();
            if (others.isEmpty()) continue;
            double distance = distance(mean(others, level), patch[level]);
            if (distance < least) {
                least = distance;
                nearest = kind.getKey();
            }
        }
        return nearest;
    }

    List<Fingerprint> fingerprints() {
        List<Fingerprint> fingerprints = new ArrayList<>();
        byKind.forEach((kind, patches) -> {
            List<Fingerprint.Level> measured = new ArrayList<>();
            for (int level = 0; level < levels; level++) measured.add(level(patches, level));
            fingerprints.add(new Fingerprint(kind, patches.size(), measured));
        });
        return fingerprints;
    }

    private Fingerprint.Level level(List<double[][]> patches, int level) {
        double[] mean = mean(patches, level);
        double[] variance = new double[n];
        for (double[][] patch : patches)
            for (int i = 0; i < n; i++) variance[i] += square(patch[level][i] - mean[i]) / patches.size();
        return new Fingerprint.Level(
                Arrays.stream(mean).boxed().toList(),
                Arrays.stream(variance).map(Math::sqrt).boxed().toList());
    }

    private double[] mean(List<double[][]> patches, int level) {
        double[] mean = new double[n];
        for (double[][] patch : patches) add(mean, patch[level], 1.0 / patches.size());
        return mean;
    }

    private static void add(double[] sum, double[] values, double factor) {
        for (int i = 0; i < sum.length; i++) sum[i] += factor * values[i];
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += square(a[i] - b[i]);
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
