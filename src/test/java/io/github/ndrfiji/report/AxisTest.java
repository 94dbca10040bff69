package io.github.ndrfiji.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

    private static List<Series> values(double... values) {
        return List.of(new Series("", values.clone(), values));
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).toList();
    }

    @Test
    void stepsBeginAtZeroAndEndAtTheLast() {
        Axis axis = Axis.ofSteps(9500);
        assertEquals(List.of("0", "2,000", "4,000", "6,000", "8,000"), labels(axis));
        assertEquals(1, axis.at(9500));
    }

    @Test
    void valuesLieBetweenRoundNumbers() {
        Axis axis = Axis.around(values(21.3, 27.9));
        assertEquals(List.of("20", "22", "24", "26", "28"), labels(axis));
        assertEquals(0.75, axis.at(26));
    }

    @Test
    void oneValueLiesWithin() {
        Axis axis = Axis.around(values(0.71));
        assertTrue(axis.at(0.71) > 0.2 && axis.at(0.71) < 0.8, axis.toString());
        assertTrue(axis.ticks().size() > 2, axis.toString());
    }

    @Test
    void negativeValuesHaveTheirSign() {
        assertEquals(List.of("−0.4", "−0.2", "0.0", "0.2", "0.4"), labels(Axis.around(values(-0.4, 0.4))));
    }

    @Test
    void lossesOfSeveralDecadesAreLogarithmic() {
        Axis axis = Axis.ofLosses(values(0.3, 0.011));
        assertTrue(axis.logarithmic());
        assertEquals(List.of("0.01", "0.02", "0.05", "0.1", "0.2", "0.5"), labels(axis));
        assertEquals(Math.log(10) / Math.log(50), axis.at(0.1), 1e-9);
    }

    @Test
    void lossesOfOneDecadeAreNot() {
        assertFalse(Axis.ofLosses(values(0.3, 0.05)).logarithmic());
        assertFalse(Axis.ofLosses(values(0.3, 0)).logarithmic());
    }
}
