package io.github.ndrfiji.train;

import io.github.ndrfiji.fingerprint.MeanAffinities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mean affinities of patches whose kind of degradation is known. */
final class Affinities {

    private final Map<String, List<MeanAffinities>> byKind = new LinkedHashMap<>();

    void add(String kind, MeanAffinities affinities) {
        byKind.computeIfAbsent(kind, name -> new ArrayList<>()).add(affinities);
    }

    /** How many learned degradations are in use at that level: exp of the entropy of the mean over the kinds. */
    double perplexity(int level) {
        double[] mean = mean(byKind.values().stream()
                .map(patches -> mean(rows(patches, level)))
                .toList());
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
        for (Map.Entry<String, List<MeanAffinities>> kind : byKind.entrySet()) {
            for (MeanAffinities patch : kind.getValue()) {
                if (nearest(patch, level).equals(kind.getKey())) right++;
                all++;
            }
        }
        return 100.0 * right / all;
    }

    private String nearest(MeanAffinities patch, int level) {
        double[] affinities = row(patch, level);
        String nearest = "";
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, List<MeanAffinities>> kind : byKind.entrySet()) {
            List<MeanAffinities> others =
                    kind.getValue().stream().filter(other -> other != patch).toList();
            if (others.isEmpty()) continue;
            double distance = squaredDistance(mean(rows(others, level)), affinities);
            if (distance < least) {
                least = distance;
                nearest = kind.getKey();
            }
        }
        return nearest;
    }

    private static List<double[]> rows(List<MeanAffinities> patches, int level) {
        return patches.stream().map(patch -> row(patch, level)).toList();
    }

    private static double[] row(MeanAffinities patch, int level) {
        return patch.levels().get(level).stream().mapToDouble(share -> share).toArray();
    }

    private static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        for (double[] row : rows) for (int i = 0; i < mean.length; i++) mean[i] += row[i] / rows.size();
        return mean;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
