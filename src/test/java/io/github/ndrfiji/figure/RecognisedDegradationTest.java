package io.github.ndrfiji.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognisedDegradationTest {

    private static final int GRAY = 128;

    /**
     * Four learned degradations; the first two point along one axis (+3 and -3), the others along another (+1, -1). U is
     * (3, 0), (-3, 0), (0, 1) and (0, -1) at the four pixels: variances 18/4 and 2/4, standard deviation of the first 2.12.
     */
    @Test
    void componentsAreColoursInOneScale() {
        Dictionary dictionary = new Dictionary(new float[] {3, -3, 0, 0, 0, 0, 1, -1}, 2, 4);
        Patch shares = Patch.zeros(4, 2, 2);
        for (int n = 0; n < 4; n++) shares.values()[n * 4 + n] = 1;

        RecognisedDegradation recognised = RecognisedDegradation.of(dictionary, shares);

        assertEquals(0.9, recognised.variances().get(0), 1e-9);
        assertEquals(0.1, recognised.variances().get(1), 1e-9);
        double reach = 2.5 * Math.sqrt(4.5);
        int strong = (int) Math.round(255 * 3 / (2 * reach));
        int weak = (int) Math.round(255 * 1 / (2 * reach));
        int[] first = rgb(recognised, 0, 0);
        int[] second = rgb(recognised, 1, 0);
        int[] third = rgb(recognised, 0, 1);
        int[] fourth = rgb(recognised, 1, 1);
        assertEquals(strong, Math.abs(first[0] - GRAY), 1);
        assertEquals(2 * GRAY, first[0] + second[0], 2, "on both sides of the mean");
        assertEquals(GRAY, first[1], 1);
        assertEquals(GRAY, third[0], 1);
        assertEquals(weak, Math.abs(third[1] - GRAY), 1);
        assertEquals(2 * GRAY, third[1] + fourth[1], 2);
        assertEquals(GRAY, first[2], 1, "there is no third component");
    }

    @Test
    void whatIsTheSameEverywhereIsGray() {
        Dictionary dictionary = new Dictionary(new float[] {3, -3, 0, 1}, 2, 2);
        Patch shares = new Patch(new float[] {0.25f, 0.25f, 0.75f, 0.75f}, 2, 1, 2);

        RecognisedDegradation recognised = RecognisedDegradation.of(dictionary, shares);

        assertEquals(List.of(0.0, 0.0), recognised.variances());
        for (int value : rgb(recognised, 1, 0)) assertEquals(GRAY, value);
    }

    private static int[] rgb(RecognisedDegradation recognised, int x, int y) {
        int rgb = recognised.picture().getRGB(x, y);
        return new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
    }
}
