package io.github.ndrfiji.degrade;

import java.util.random.RandomGenerator;

/** The Poisson distribution. */
final class Poisson {

    private static final double[] LOG_FACTORIALS = new double[32];

    static {
        for (int k = 2; k < LOG_FACTORIALS.length; k++) LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1] + Math.log(k);
    }

    private Poisson() {}

    /** A number of events where {@code mean} are expected. */
    static double draw(double mean, RandomGenerator random) {
        return mean < 10 ? count(mean, random) : rejection(mean, random);
    }

    /** Counts events of a unit-rate process until {@code mean} (Knuth's product of uniform numbers). */
    private static double count(double mean, RandomGenerator random) {
        double limit = Math.exp(-mean);
        int events = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) events++;
        return events;
    }

    /** Transformed rejection, exact: PTRS of Hoermann, Insurance: Mathematics and Economics 12 (1993) 39-45. */
    private static double rejection(double mean, RandomGenerator random) {
        double logMean = Math.log(mean);
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double quick = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= quick) return k;
            if (k < 0 || (us < 0.013 && v > us)) continue;
            if (Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b)
                    <= k * logMean - mean - logFactorial(k)) return k;
        }
    }

    private static double logFactorial(double k) {
        if (k < LOG_FACTORIALS.length) return LOG_FACTORIALS[(int) k];
        // Stirling's series; the next term is below 1 / (1260 k^5), 3e-11 from k = 32 on.
        return (k + 0.5) * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * k) - 1 / (360 * k * k * k);
    }
}
