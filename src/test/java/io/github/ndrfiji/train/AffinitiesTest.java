package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.fingerprint.MeanAffinities;
import java.util.List;
import org.junit.jupiter.api.Test;

class AffinitiesTest {

    private static MeanAffinities shares(Double... level) {
        return new MeanAffinities(List.of(List.of(level)));
    }

    /** Two of three learned degradations, equally often: exp(ln 2) = 2. */
    @Test
    void perplexityIsTheNumberInUse() {
        Affinities affinities = new Affinities();
        affinities.add("noise", shares(1.0, 0.0, 0.0));
        affinities.add("haze", shares(0.0, 1.0, 0.0));
        affinities.add("haze", shares(0.0, 1.0, 0.0));
        assertEquals(2, affinities.perplexity(0), 1e-12, "each kind counts once");
    }

    @Test
    void kindsAreToldApartByTheNearestMean() {
        Affinities affinities = new Affinities();
        for (double x : new double[] {0.9, 0.8, 0.7}) affinities.add("noise", shares(x, 1 - x));
        for (double x : new double[] {0.1, 0.2, 0.85}) affinities.add("haze", shares(x, 1 - x));
        // 0.85 lies nearer to noise's mean 0.8 than to the other hazes' 0.15, all others are right.
        assertEquals(100 * 5 / 6.0, affinities.toldApart(0), 1e-9);
    }
}
