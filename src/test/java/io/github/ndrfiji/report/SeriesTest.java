package io.github.ndrfiji.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void neighboursAreAveraged() {
        Series thinned = new Series("loss", new double[] {1, 2, 3, 4}, new double[] {0, 2, 8, 10}).thinned(2);
        assertArrayEquals(new double[] {1.5, 3.5}, thinned.x());
        assertArrayEquals(new double[] {1, 9}, thinned.y());
    }

    @Test
    void fewPointsStay() {
        Series series = new Series("loss", new double[] {1, 2}, new double[] {3, 4});
        assertSame(series, series.thinned(2));
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        Series series = Series.of("loss", List.of(1.0, Double.NaN, 3.0), Double::doubleValue, Double::doubleValue);
        assertArrayEquals(new double[] {1, 3}, series.y());
        assertEquals("loss", series.name());
    }
}
