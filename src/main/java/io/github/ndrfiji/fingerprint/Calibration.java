package io.github.ndrfiji.fingerprint;

import io.github.ndrfiji.fingerprint.Identification.Likelihood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How far confidences and distances can be trusted, found on patches that the fingerprints were not made of: those of each
 * fifth of the images are compared with fingerprints of the rest. Patches of one image resemble each other more than they
 * resemble those of another, so an image has all of its patches in one part, unless a kind has too few images.
 *
 * @param temperature as {@link Fingerprints} has it
 * @param farthest as {@link Fingerprints} has it
 */
record Calibration(double temperature, double farthest) {

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
        Parts parts = Parts.of(groups);
        List<Compared> compared = new ArrayList<>();
        for (int part = 0; part < Parts.COUNT; part++) {
            int held = part;
            List<Measured> unknown = groups.stream()
                    .flatMap(group -> parts.select(group, held, true).stream())
                    .toList();
            if (unknown.isEmpty()) continue;
            Identifier others = new Identifier(Fingerprints.fitted(
                    groups.stream()
                            .map(group -> parts.select(group, held, false))
                            .toList(),
                    new Calibration(1, 1)));
            for (Measured patch : unknown)
                compared.add(new Compared(patch.degradation(), others.distances(patch.affinities()), others));
        }
        double[] nearest = compared.stream()
                .mapToDouble(one -> Arrays.stream(one.distances()).min().orElseThrow())
                .toArray();
        return new Calibration(temperature(compared), new Percentile(WITHIN).evaluate(nearest));
    }

    /**
     * Which part an image belongs to.
     *
     * @param ofImages by the image's name
     */
    private record Parts(Map<String, Integer> ofImages) {

        static final int COUNT = 5;

        static Parts of(List<List<Measured>> groups) {
            Map<String, Integer> ofImages = new HashMap<>();
            for (List<Measured> group : groups)
                for (Measured patch : group) ofImages.putIfAbsent(patch.image(), ofImages.size() % COUNT);
            return new Parts(ofImages);
        }

        /** A group whose images are all of one part, which would leave nothing of it, is divided patch by patch. */
        List<Measured> select(List<Measured> group, int part, boolean inside) {
            boolean byImage = group.stream().map(this::ofImage).distinct().count() > 1;
            return IntStream.range(0, group.size())
                    .filter(i -> ((byImage ? ofImage(group.get(i)) : i % COUNT) == part) == inside)
                    .mapToObj(group::get)
                    .toList();
        }

        private int ofImage(Measured patch) {
            return ofImages.get(patch.image());
        }
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
