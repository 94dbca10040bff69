package io.github.ndrfiji.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColourScaleTest {

    private static final Color DARK = new Color(0x440154); // both ends of viridis, as matplotlib has them
    private static final Color LIGHT = new Color(0xfde725);

    @Test
    void amountsBeginAtZeroUnlessAllAreFarFromIt() {
        ColourScale fromZero = ColourScale.ofAmounts(0.04, 0.2);
        assertEquals(DARK, fromZero.of(0));
        assertEquals(LIGHT, fromZero.of(0.2));
        ColourScale narrow = ColourScale.ofAmounts(0.1, 0.2);
        assertEquals(0.1, narrow.low());
        assertEquals(DARK, narrow.of(0.1));
        assertEquals(DARK, narrow.of(0.05), "as all below");
        assertEquals(LIGHT, narrow.of(0.3), "as all above");
        assertEquals(new Color(0x21918c), narrow.of(0.15), "the middle of viridis");
    }

    /** An eighth of the way, and half of that: between 440154 and 472d7b. */
    @Test
    void colourIsMixedBetweenAnchors() {
        assertEquals(new Color(0x46, 0x17, 0x68), ColourScale.ofAmounts(0, 16).of(1));
    }

    @Test
    void equalNumbersHaveAColour() {
        assertEquals(DARK, ColourScale.ofAmounts(0.5, 0.5).of(0.5));
        assertEquals(new Color(0xf7f7f7), ColourScale.around0(0).of(0));
        assertEquals(new Color(0xf7f7f7), ColourScale.around0(3).of(0));
    }
}
