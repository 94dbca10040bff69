package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.image.Patch;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tolerances are four standard errors of a binomial count: sqrt(n p (1 - p)). */
class SaltAndPepperTest {

    private final SplittableRandom random = new SplittableRandom(5);

    @ParameterizedTest
    @CsvSource({"0.02, true", "0.02, false", "0.3, true", "0.3, false", "1, true", "0, false"})
    void losesItsShareInEqualHalves(double share, boolean together) {
        Patch spotted =
                new SaltAndPepper(share, together).apply(Patches.constant(together ? 1 : 3, 256, 256, 0.5f), random);
        int salt = 0;
        int pepper = 0;
        for (float value : spotted.values()) {
            if (value == 1) salt++;
            else if (value == 0) pepper++;
            else assertEquals(0.5f, value);
        }
        double n = spotted.values().length;
        double tolerance = 4 * Math.sqrt(n * share / 2 * (1 - share / 2));
        assertEquals(n * share / 2, salt, tolerance);
        assertEquals(n * share / 2, pepper, tolerance);
        assertEquals(n * share, salt + pepper, 4 * Math.sqrt(n * share * (1 - share)));
    }

    @Test
    void togetherAllChannelsOfAPixelAreLost() {
        Patch spotted = new SaltAndPepper(0.2, true).apply(Patches.constant(3, 64, 64, 0.5f), random);
        assertEquals(Patch.joined(Collections.nCopies(3, spotted.channel(0))), spotted);
    }

    /** By itself, a channel is lost where the one before it is with probability share only. */
    @Test
    void apartEachChannelIsLostByItself() {
        Patch spotted = new SaltAndPepper(0.2, false).apply(Patches.constant(2, 256, 256, 0.5f), random);
        int n = 256 * 256;
        int both = 0;
        for (int i = 0; i < n; i++) if (spotted.values()[i] != 0.5f && spotted.values()[n + i] != 0.5f) both++;
        assertEquals(n * 0.04, both, 4 * Math.sqrt(n * 0.04 * 0.96));
    }
}
