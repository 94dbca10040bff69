package io.github.ndrfiji.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The fingerprints of all that a model was trained on, and how affinities scatter about them.
 *
 * @param all at least one, of one network
 * @param covariance of the logarithms of the mean affinities of patches about the centre of their fingerprint, the same
 *     for all fingerprints; a square matrix, row by row
 * @param temperature squared distances divided by twice this are the exponents of the likelihoods: what makes confidences
 *     as often right as they say, on patches that the fingerprints were not made of
 * @param farthest squared distance within which 99 of 100 such patches lie from the nearest fingerprint
 */
public record Fingerprints(List<Fingerprint> all, List<Double> covariance, double temperature, double farthest) {

    public Fingerprints {
        all = List.copyOf(all);
        covariance = List.copyOf(covariance);
        if (all.isEmpty()) throw new IllegalArgumentException("There is no fingerprint; give at least one.");
        int length = all.get(0).centre().size();
        if (all.stream().anyMatch(one -> one.centre().size() != length) || covariance.size() != length * length)
            throw new IllegalArgumentException("The fingerprints and their covariance are not of one network: "
                    + covariance.size() + " numbers, but the first fingerprint needs " + length * length + ".");
        if (!(temperature > 0) || !(farthest > 0))
            throw new IllegalArgumentException("The temperature and the farthest distance are " + temperature + " and "
                    + farthest + "; they must be above 0.");
    }

    /** Whether they are of a network with so many levels and learned degradations. */
    public boolean areOf(int levels, int n) {
        return all.stream()
                .allMatch(one ->
                        one.mean().levels().size() == levels && one.mean().n() == n);
    }

    /**
     * Measures fingerprints.
     *
     * @param patches all of one network; of each kind and strength at least two, best as many as of the others
     * @throws IllegalArgumentException if there is only one of a kind and strength
     */
    public static Fingerprints of(List<Measured> patches) {
        List<List<Measured>> groups = List.copyOf(patches.stream()
                .collect(Collectors.groupingBy(
                        patch -> List.of(patch.degradation(), patch.strength()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
        for (List<Measured> group : groups)
            if (group.size() < 2)
                throw new IllegalArgumentException("There is one patch only of "
                        + group.get(0).strength() + "; measure at least two of each kind and strength.");
        return fitted(groups, Calibration.of(groups));
    }

    /** The fingerprints of groups, each of one kind and strength. */
    static Fingerprints fitted(List<List<Measured>> groups, Calibration calibration) {
        List<Fingerprint> all = groups.stream().map(Fingerprints::fingerprint).toList();
        return new Fingerprints(
                all, Scatter.covariance(groups, all), calibration.temperature(), calibration.farthest());
    }

    private static Fingerprint fingerprint(List<Measured> patches) {
        Measured first = patches.get(0);
        List<MeanAffinities> affinities =
                patches.stream().map(Measured::affinities).toList();
        int levels = first.affinities().levels().size();
        List<List<Double>> mean = new ArrayList<>();
        List<List<Double>> deviation = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            int at = level;
            List<double[]> rows = affinities.stream()
                    .map(one ->
                            one.levels().get(at).stream().mapToDouble(x -> x).toArray())
                    .toList();
            double[] centre = Scatter.mean(rows);
            mean.add(boxed(centre));
            deviation.add(boxed(Scatter.deviation(rows, centre)));
        }
        double[] centre =
                Scatter.mean(affinities.stream().map(MeanAffinities::features).toList());
        return new Fingerprint(
                first.degradation(),
                first.strength(),
                patches.size(),
                new MeanAffinities(mean),
                deviation,
                boxed(centre));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).mapToObj(Scatter::rounded).toList();
    }
}
