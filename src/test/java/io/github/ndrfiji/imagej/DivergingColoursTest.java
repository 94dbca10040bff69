package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.FloatProcessor;
import ij.process.LUT;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class DivergingColoursTest {

    /** The ends are those of ColorBrewer's RdBu with 11 classes. */
    @Test
    void zeroIsWhiteAboveIsBlueBelowIsRed() {
        FloatProcessor pixels = new FloatProcessor(5, 1, new float[] {-4, -1, 0, 1, 4});
        LUT lut = DivergingColours.lut(4);
        pixels.setLut(lut);
        pixels.setMinAndMax(lut.min, lut.max);

        Color[] shown = new Color[5];
        for (int x = 0; x < 5; x++) shown[x] = new Color(pixels.convertToRGB().get(x, 0));

        assertEquals(new Color(0x67001f), shown[0]);
        assertEquals(Color.WHITE, shown[2]);
        assertEquals(new Color(0x053061), shown[4]);
        assertTrue(shown[1].getRed() > shown[1].getBlue() + 30, shown[1].toString());
        assertTrue(shown[3].getBlue() > shown[3].getRed() + 30, shown[3].toString());
    }

    /** As bright above as below, so that the eye weighs help and harm alike: within 10 % of CIE luminance. */
    @Test
    void bothSidesAreAlikeInBrightness() {
        LUT lut = DivergingColours.lut(1);
        for (int i = 0; i < 128; i++) {
            double above = luminance(lut.getRGB(128 + i));
            double below = luminance(lut.getRGB(127 - i));
            assertEquals(above, below, 0.1);
            if (i > 0) assertTrue(above <= luminance(lut.getRGB(127 + i)) && below <= luminance(lut.getRGB(128 - i)));
        }
    }

    private static double luminance(int rgb) {
        Color colour = new Color(rgb);
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int value) {
        return Math.pow(value / 255.0, 2.2);
    }
}
