package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.LUT;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class DegradationColoursTest {

    /** Okabe and Ito's orange and sky blue: https://jfly.uni-koeln.de/color/. */
    @Test
    void theFirstAreForEverySight() {
        assertEquals(new Color(230, 159, 0), DegradationColours.of(1));
        assertEquals(new Color(86, 180, 233), DegradationColours.of(2));
    }

    /** So that no two of 64 are taken for each other; none is as dark as the black of what was not looked at. */
    @Test
    void allDiffer() {
        for (int a = 0; a <= DegradationColours.COUNT; a++)
            for (int b = Math.max(a, 1) + (a == 0 ? 0 : 1); b <= DegradationColours.COUNT; b++) {
                double distance = distance(a == 0 ? Color.BLACK : DegradationColours.of(a), DegradationColours.of(b));
                assertTrue(distance > 20, a + " and " + b + " differ by " + distance);
            }
        assertEquals(DegradationColours.of(1), DegradationColours.of(DegradationColours.COUNT + 1));
    }

    private static double distance(Color a, Color b) {
        return Math.sqrt(Math.pow(a.getRed() - b.getRed(), 2)
                + Math.pow(a.getGreen() - b.getGreen(), 2)
                + Math.pow(a.getBlue() - b.getBlue(), 2));
    }

    @Test
    void theTableHasTheColoursAtTheirNumbers() {
        LUT lut = DegradationColours.lut();

        assertEquals(Color.BLACK.getRGB(), lut.getRGB(0));
        for (int number = 1; number <= DegradationColours.COUNT; number++)
            assertEquals(DegradationColours.of(number).getRGB(), lut.getRGB(number));
        assertEquals(0, lut.min);
        assertEquals(255, lut.max);
    }

    /** Orange is the first that Okabe and Ito give; the ninth is three fifths of the way from it to white. */
    @Test
    void macrosGetThemAsText() {
        assertEquals("#e69f00", DegradationColours.hex("1"));
        assertEquals("#f5d999", DegradationColours.hex("9"));
        assertEquals("#009e73", DegradationColours.hex("3"));
    }
}
