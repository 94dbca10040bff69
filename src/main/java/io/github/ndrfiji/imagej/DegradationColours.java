package io.github.ndrfiji.imagej;

import ij.process.LUT;
import java.awt.Color;
import java.util.List;
import java.util.Locale;

/**
 * Colours for the numbers of learned degradations: a number has the same colour in every image.
 *
 * <p>The first eight are those that Okabe and Ito chose for people with any kind of colour vision, with gray in place of
 * black; those that follow are lighter and darker ones of the same hues. After 64 they begin anew.
 */
public final class DegradationColours {

    private static final List<Color> HUES = List.of(
            new Color(0xe69f00),
            new Color(0x56b4e9),
            new Color(0x009e73),
            new Color(0xf0e442),
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0xcc79a7),
            new Color(0x999999));

    /** Towards white above 0, towards black below. */
    private static final double[] SHADES = {0, 0.6, -0.5, 0.3, -0.2, 0.45, -0.65, -0.35};

    /** How many different colours there are. */
    static final int COUNT = HUES.size() * SHADES.length;

    private DegradationColours() {}

    /** @param number from 1 on */
    public static Color of(int number) {
        int index = (number - 1) % COUNT;
        Color hue = HUES.get(index % HUES.size());
        double shade = SHADES[index / HUES.size()];
        return new Color(shaded(hue.getRed(), shade), shaded(hue.getGreen(), shade), shaded(hue.getBlue(), shade));
    }

    /**
     * The same for macros, as in {@code call("io.github.ndrfiji.imagej.DegradationColours.hex", 7)}.
     *
     * @param number a whole number from 1 on
     * @return such as {@code #e69f00}
     * @throws NumberFormatException if it is no whole number
     */
    public static String hex(String number) {
        return String.format(Locale.ROOT, "#%06x", of(Integer.parseInt(number)).getRGB() & 0xffffff);
    }

    private static int shaded(int value, double shade) {
        return (int) Math.round(shade < 0 ? value * (1 + shade) : value + shade * (255 - value));
    }

    /** A look-up table that shows number n in its colour, and 0 and NaN in black, with the display range 0 to 255. */
    public static LUT lut() {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int number = 1; number < 256; number++) {
            Color colour = of(number);
            red[number] = (byte) colour.getRed();
            green[number] = (byte) colour.getGreen();
            blue[number] = (byte) colour.getBlue();
        }
        LUT lut = new LUT(red, green, blue);
        lut.min = 0;
        lut.max = 255;
        return lut;
    }
}
