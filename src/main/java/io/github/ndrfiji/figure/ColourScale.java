package io.github.ndrfiji.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * Colours for numbers, told apart by people with any kind of colour vision: straight lines through RGB between anchors.
 *
 * @param low the number that has the first colour, as all below
 * @param high the number that has the last colour, as all above
 * @param anchors at equal distances
 */
record ColourScale(double low, double high, List<Color> anchors) {

    /** Every eighth of viridis (van der Walt and Smith, 2015): dark to light. */
    private static final List<Color> VIRIDIS =
            colours(0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725);

    /** Five of ColorBrewer's RdBu (Brewer, 2003), from blue over white to red. */
    private static final List<Color> BLUE_WHITE_RED = colours(0x2166ac, 0x92c5de, 0xf7f7f7, 0xf4a582, 0xb2182b);

    private static final double FAR = 0.25;

    ColourScale {
        anchors = List.copyOf(anchors);
    }

    private static List<Color> colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toList();
    }

    /** For numbers none of which is below 0: from 0, or from the least where it is far from 0, up to the largest. */
    static ColourScale ofAmounts(double least, double largest) {
        double low = least < largest * FAR ? 0 : least;
        return new ColourScale(low, largest > low ? largest : low + 1, VIRIDIS);
    }

    /** For numbers of both signs; 0 is white. */
    static ColourScale around0(double largest) {
        double end = largest > 0 ? largest : 1;
        return new ColourScale(-end, end, BLUE_WHITE_RED);
    }

    Color of(double value) {
        double at = Math.max(0, Math.min(1, (value - low) / (high - low))) * (anchors.size() - 1);
        int below = Math.min((int) at, anchors.size() - 2);
        Color from = anchors.get(below);
        Color to = anchors.get(below + 1);
        double share = at - below;
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
