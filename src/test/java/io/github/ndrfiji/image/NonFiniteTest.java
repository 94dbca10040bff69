package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NonFiniteTest {

    @Test
    void valuesThatAreNotFiniteBecomeTheMeanOfTheirChannelOrOneHalf() {
        float nan = Float.NaN;
        float inf = Float.POSITIVE_INFINITY;
        Patch patch = new Patch(new float[] {1, nan, 4, inf, nan, -inf, nan, nan, 0, 1, 2, 3}, 3, 2, 2);
        NonFinite.fill(patch);
        assertEquals(new Patch(new float[] {1, 2.5f, 4, 2.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0, 1, 2, 3}, 3, 2, 2), patch);
    }
}
