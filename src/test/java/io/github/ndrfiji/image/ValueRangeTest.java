package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ValueRangeTest {

    @Test
    void endsBecomeZeroAndOneAndValuesBeyondStayBeyond() {
        ValueRange range = new ValueRange(100, 300);
        assertEquals(0, range.toUnit(100));
        assertEquals(1, range.toUnit(300));
        assertEquals(-0.5, range.toUnit(0));
        assertEquals(2, range.toUnit(500));
    }

    @Test
    void every16BitValueComesBackThroughAFloat() {
        for (ValueRange range :
                new ValueRange[] {new ValueRange(0, 65535), new ValueRange(97, 4099), new ValueRange(-7.25, 12345.678)})
            for (int value = 0; value <= 65535; value++)
                assertEquals(value, Math.round(range.fromUnit((float) range.toUnit(value))));
    }

    @Test
    void aRangeOfOneValueHasWidthOne() {
        ValueRange range = new ValueRange(42, 42);
        assertEquals(0, range.toUnit(42));
        assertEquals(1, range.toUnit(43));
        assertEquals(42, range.fromUnit(0));
    }

    @Test
    void endsMustBeFiniteAndInOrder() {
        assertThrows(IllegalArgumentException.class, () -> new ValueRange(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new ValueRange(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new ValueRange(0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new ValueRange(-Double.MAX_VALUE, Double.MAX_VALUE));
    }
}
