package io.github.ndrfiji.fingerprint;

import io.github.ndrfiji.fingerprint.Identification.Likelihood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How far confidences and distances can be trusted, found on patches that the fingerprints were not made of: each fifth of
 * a group is compared with fingerprints of the rest.
 *
 * @param temperature as {@link Fingerprints} has it
 * @param farthest as {@link Fingerprints} has it
 */
record Calibration(double temperature, double farthest) {

    private static final int PARTS = 5;
    private static final double WITHIN = 99;
    private static final double HOTTEST = 100;

    /** A patch and how far it lies from the fingerprints of an identifier that does not know it. */
    private record Compared(String degradation, double[] distances, Identifier identifier) {

        double surprise(double temperature) {
            return identifier.likelihoods(distances, temperature).stream()
                    .filter(kind -> kind.degradation().equals(degradation))
                    .mapToDouble(Likelihood::confidence)
                    .map(confidence -> -Math.log(Math.max(confidence, Double.MIN_NORMAL)))
                    .sum();
        }
    }

    /** @param groups patches of one kind and strength; at least two of each */
    static Calibration of(List<List<Measured>> groups) {
        List<Compared> compared = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            List<Measured> unknown = groups.stream()
                    .flatMap(group -> part(group, held, true).stream())
                    .toList();
            if (unknown.isEmpty()) continue;
            Identifier others = new Identifier(Fingerprints.fitted(
                    groups.stream().map(group -> part(group, held, false)).toList(), new Calibration(1, 1)));
            for (Measured patch : unknown)
                compared.add(new Compared(patch.degradation(), others.distances(patch.affinities()), others));
        }
        double[] nearest = compared.stream()
                .mapToDouble(one -> Arrays.stream(one.distances()).min().orElseThrow())
                .toArray();
        return new Calibration(temperature(compared), new Percentile(WITHIN).evaluate(nearest));
    }

    private static List<Measured> part(List<Measured> group, int part, boolean inside) {
        List<Measured> members = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) if ((i % PARTS == part) == inside) members.add(group.get(i));
        return members;
    }

    /** That under which the true kinds are the least surprising. */
    private static double temperature(List<Compared> compared) {
        return Math.exp(new BrentOptimizer(1e-3, 1e-3)
                .optimize(
                        GoalType.MINIMIZE,
                        new MaxEval(100),
                        new SearchInterval(0, Math.log(HOTTEST)),
                        new UnivariateObjectiveFunction(logarithm -> compared.stream()
                                .mapToDouble(one -> one.surprise(Math.exp(logarithm)))
                                .sum()))
                .getPoint());
    }
}
