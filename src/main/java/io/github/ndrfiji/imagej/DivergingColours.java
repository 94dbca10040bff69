package io.github.ndrfiji.imagej;

import ij.process.LUT;
import java.awt.Color;
import java.util.List;

/**
 * Colours for values above and below 0: white at 0, blue above, red below. They are those of ColorBrewer's RdBu, which
 * people with any kind of colour vision can tell apart.
 */
public final class DivergingColours {

    /** From 0 outwards. */
    private static final List<Color> BLUES = List.of(
            Color.WHITE,
            new Color(0xd1e5f0),
            new Color(0x92c5de),
            new Color(0x4393c3),
            new Color(0x2166ac),
            new Color(0x053061));

    private static final List<Color> REDS = List.of(
            Color.WHITE,
            new Color(0xfddbc7),
            new Color(0xf4a582),
            new Color(0xd6604d),
            new Color(0xb2182b),
            new Color(0x67001f));

    private static final int HALF = 128;

    private DivergingColours() {}

    /**
     * A look-up table, with its display range.
     *
     * @param largest the value of the darkest blue, above 0; that of the darkest red is {@code -largest}
     */
    public static LUT lut(double largest) {
        byte[] red = new byte[2 * HALF];
        byte[] green = new byte[2 * HALF];
        byte[] blue = new byte[2 * HALF];
        for (int i = 0; i < HALF; i++) {
            double distance = i / (HALF - 1.0);
            set(red, green, blue, HALF + i, at(BLUES, distance));
            set(red, green, blue, HALF - 1 - i, at(REDS, distance));
        }
        LUT lut = new LUT(red, green, blue);
        lut.min = -largest;
        lut.max = largest;
        return lut;
    }

    private static void set(byte[] red, byte[] green, byte[] blue, int index, Color colour) {
        red[index] = (byte) colour.getRed();
        green[index] = (byte) colour.getGreen();
        blue[index] = (byte) colour.getBlue();
    }

    /** The colour at a distance from 0 to 1 along a list of colours. */
    private static Color at(List<Color> colours, double distance) {
        double place = distance * (colours.size() - 1);
        int before = Math.min((int) place, colours.size() - 2);
        Color a = colours.get(before);
        Color b = colours.get(before + 1);
        double part = place - before;
        return new Color(
                between(a.getRed(), b.getRed(), part),
                between(a.getGreen(), b.getGreen(), part),
                between(a.getBlue(), b.getBlue(), part));
    }

    private static int between(int a, int b, double part) {
        return (int) Math.round(a + part * (b - a));
    }
}
