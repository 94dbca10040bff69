package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import org.junit.jupiter.api.Test;

class ShownRangeTest {

    private static final ValueRangePolicy GIVEN = ValueRangePolicy.parse("-100:1000");

    @Test
    void aSigned16BitImageStores32768More() {
        ImagePlus image = calibrated(16, Calibration.STRAIGHT_LINE, -32768, 1);

        assertEquals(ValueRangePolicy.parse("32668:33768"), ShownRange.stored(GIVEN, image));
        assertEquals(new ValueRange(-100, 1000), ShownRange.shown(new ValueRange(32668, 33768), image));
    }

    @Test
    void aFallingLineSwapsTheEnds() {
        ImagePlus image = calibrated(8, Calibration.STRAIGHT_LINE, 1000, -10); // 0 is shown as 1000, 110 as -100

        assertEquals("0:110", ShownRange.stored(GIVEN, image).toString());
        assertEquals(new ValueRange(-100, 1000), ShownRange.shown(new ValueRange(0, 110), image));
    }

    @Test
    void aCurveCannotMapAGivenRangeButTheOtherPoliciesNeedNone() {
        ImagePlus image = calibrated(16, Calibration.POLY2, 0, 1, 1);

        Exception e = assertThrows(IllegalArgumentException.class, () -> ShownRange.stored(GIVEN, image));

        assertTrue(e.getMessage().startsWith("The range -100:1000 cannot be found"), e.getMessage());
        assertEquals(ValueRangePolicy.PERCENTILE, ShownRange.stored(ValueRangePolicy.PERCENTILE, image));
        assertEquals(ValueRange.UNIT, ShownRange.shown(ValueRange.UNIT, image));
    }

    @Test
    void floatingPointValuesAreShownAsTheyAre() {
        ImagePlus image = calibrated(32, Calibration.STRAIGHT_LINE, -32768, 1);

        assertEquals(GIVEN, ShownRange.stored(GIVEN, image));
        assertEquals(ValueRange.UNIT, ShownRange.shown(ValueRange.UNIT, image));
    }

    private static ImagePlus calibrated(int bitDepth, int function, double... coefficients) {
        ImagePlus image = TestImages.plane(bitDepth);
        image.getCalibration().setFunction(function, coefficients, "gray value");
        return image;
    }
}
