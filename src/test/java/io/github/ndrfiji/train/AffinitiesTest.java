package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.model.Fingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class AffinitiesTest {

    private static double[][] shares(double... level) {
        return new double[][] {level};
    }

    /** Two of three learned degradations, equally often: exp(ln 2) = 2. */
    @Test
    void perplexityIsTheNumberInUse() {
        Affinities affinities = new Affinities(1, 3);
        affinities.add("noise", shares(1, 0, 0));
        affinities.add("haze", shares(0, 1, 0));
        affinities.add("haze", shares(0, 1, 0));
        assertEquals(2, affinities.perplexity(0), 1e-12, "each kind counts once");
    }

    @Test
    void kindsAreToldApartByTheNearestMean() {
        Affinities affinities = new Affinities(1, 2);
        for (double x : new double[] {0.9, 0.8, 0.7}) affinities.add("noise", shares(x, 1 - x));
        for (double x : new double[] {0.1, 0.2, 0.85}) affinities.add("haze", shares(x, 1 - x));
        // 0.85 lies nearer to noise's mean 0.8 than to the other hazes' 0.15, all others are right.
        assertEquals(100 * 5 / 6.0, affinities.toldApart(0), 1e-9);
    }

    @Test
    void aFingerprintHoldsMeanAndDeviation() {
        Affinities affinities = new Affinities(1, 2);
        affinities.add("noise", shares(0.9, 0.1));
        affinities.add("noise", shares(0.7, 0.3));
        Fingerprint fingerprint = affinities.fingerprints().get(0);
        assertEquals("noise", fingerprint.degradation());
        assertEquals(2, fingerprint.patches());
        assertEquals(0.8, fingerprint.levels().get(0).mean().get(0), 1e-12);
        assertEquals(0.1, fingerprint.levels().get(0).deviation().get(1), 1e-12);
        assertEquals(
                List.of("noise"),
                affinities.fingerprints().stream().map(Fingerprint::degradation).toList());
    }
}
