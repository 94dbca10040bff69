package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.image.Patch;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripesTest {

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void angle0OffsetsWholeRows() {
        Patch striped = new Stripes(0.1, 0, 1).apply(Patch.zeros(3, 40, 30), random);
        for (int c = 0; c < 3; c++)
            for (int y = 0; y < 40; y++)
                for (int x = 0; x < 30; x++) assertEquals(striped.at(0, y, 0), striped.at(c, y, x));
    }

    @Test
    void angle90OffsetsWholeColumns() {
        Patch striped = new Stripes(0.1, 90, 2.5).apply(Patch.zeros(3, 40, 30), random);
        for (int c = 0; c < 3; c++)
            for (int y = 0; y < 40; y++)
                for (int x = 0; x < 30; x++) assertEquals(striped.at(0, 0, x), striped.at(c, y, x));
    }

    /** At 45 degrees, counter-clockwise from the rows, a line goes one pixel up for each to the right. */
    @Test
    void angle45RunsUpTheDiagonal() {
        Patch striped = new Stripes(0.1, 45, 3).apply(Patch.zeros(1, 30, 30), random);
        for (int y = 1; y < 30; y++)
            for (int x = 0; x < 29; x++) assertEquals(striped.at(0, y, x), striped.at(0, y - 1, x + 1), 1e-6);
    }

    /** About 2000 / width independent lines: a standard error of sqrt(2 width / 2000); four of these are allowed. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "90, 1", "30, 1", "120, 1.7"})
    void offsetsHaveTheirVariance(double angle, double width) {
        Patch striped = new Stripes(0.1, angle, width).apply(Patch.zeros(1, 2000, 2000), random);
        assertEquals(0.01, Patches.variance(striped.values()), 0.01 * 4 * Math.sqrt(2 * width / 2000));
    }
}
