package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ndrfiji.image.Patch;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void downsamplingTakesTheMeanOfEachBlock() {
        Patch clean = new Patch(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 2, 4);
        assertEquals(new Patch(new float[] {3.5f, 5.5f}, 1, 1, 2), new Downsampling(2).apply(clean, random));
    }

    @Test
    void downsamplingRefusesSidesThatDoNotDivide() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new Downsampling(2).apply(Patch.zeros(1, 4, 5), random));
        assertEquals(
                "An image of 5 x 4 pixels cannot be made 2 times smaller; crop its sides to multiples of 2.",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"8, 8, 2", "7, 9, 2", "1, 1, 2", "10, 11, 3"})
    void lowResolutionKeepsAConstantAndTheSize(int height, int width, int factor) {
        Patch gray = Patches.constant(2, height, width, 0.4f);
        Patch blurred = new LowResolution(factor).apply(gray, random);
        assertEquals(height, blurred.height());
        assertEquals(width, blurred.width());
        assertArrayEquals(gray.values(), blurred.values(), 1e-6f);
    }

    /** Keys' interpolation and the mean of a block both reproduce a ramp, but where edges are repeated. */
    @Test
    void lowResolutionKeepsARampInside() {
        Patch ramp = Patch.zeros(1, 20, 20);
        for (int i = 0; i < 400; i++) ramp.values()[i] = (i % 20) / 20f + (i / 20) / 40f;
        Patch blurred = new LowResolution(2).apply(ramp, random);
        for (int y = 4; y < 16; y++)
            for (int x = 4; x < 16; x++) assertEquals(ramp.at(0, y, x), blurred.at(0, y, x), 1e-5f);
    }

    @Test
    void lowResolutionErasesACheckerboard() {
        Patch board = Patch.zeros(1, 16, 16);
        for (int i = 0; i < 256; i++) board.values()[i] = (i + i / 16) % 2;
        assertArrayEquals(
                Patches.constant(1, 16, 16, 0.5f).values(),
                new LowResolution(2).apply(board, random).values(),
                1e-6f);
    }
}
