package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class PlanesTest {

    @Test
    void furtherAxesAreRunThroughTheFirstFastest() {
        // value = z + 10 t + 100 c
        float[] values = new float[2 * 3 * 4];
        for (int i = 0; i < values.length; i++) values[i] = i % 2 + 100 * (i / 2 % 3) + 10 * (i / 6);
        Planes planes = Planes.of(ArrayImgs.floats(values, 1, 1, 2, 3, 4), 3);
        assertEquals(3, planes.channels());
        assertEquals(8, planes.count());
        assertEquals(24, planes.samples());
        for (int p = 0; p < 8; p++)
            for (int c = 0; c < 3; c++) {
                double[] row = new double[1];
                planes.plane(p, c, 1).readRow(0, 0, row);
                assertEquals(p % 2 + 10 * (p / 2) + 100 * c, row[0]);
            }
    }

    @Test
    void anImageNeedNotBeginAtTheOrigin() {
        RandomAccessibleInterval<?> image = Views.translate(ArrayImgs.floats(new float[] {1, 2, 3, 4}, 2, 2), -5, 7);
        Plane plane = Planes.of(image, Planes.NO_CHANNEL_AXIS).plane(0, 0, 1);
        assertEquals(new Patch(new float[] {1, 2, 3, 4}, 1, 2, 2), plane.read(0, 0, 2, 2, units(1)));
    }

    @Test
    void rgbPixelsAreThreeChannelsAndAlpha() {
        Planes planes = Planes.of(ArrayImgs.argbs(new int[] {0x80ff4001, 0x7f002003}, 2, 1), -1);
        assertTrue(planes.isColour());
        assertEquals(3, planes.channels());
        assertEquals(
                new Patch(new float[] {255, 0, 64, 32, 1, 3}, 3, 1, 2),
                planes.plane(0, 0, 3).read(0, 0, 2, 1, units(3)));
        assertEquals(new Patch(new float[] {128, 127}, 1, 1, 2), planes.alpha(0).read(0, 0, 2, 1, units(1)));
    }

    @Test
    void rectanglesAreMirroredBeyondTheEndsAndScaledByTheRange() {
        Plane plane = Planes.of(ArrayImgs.floats(new float[] {0, 1, 2, 10, 11, 12}, 3, 2), -1)
                .plane(0, 0, 1);
        Patch read = plane.read(1, 0, 6, 4, List.of(new ValueRange(0, 10)));
        float[] row0 = {0.1f, 0.2f, 0.1f, 0, 0.1f, 0.2f};
        float[] row1 = {1.1f, 1.2f, 1.1f, 1, 1.1f, 1.2f};
        for (int y = 0; y < 4; y++)
            for (int x = 0; x < 6; x++) assertEquals((y % 2 == 0 ? row0 : row1)[x], read.at(0, y, x));
    }

    @Test
    void onePixelIsRepeated() {
        Plane plane = Planes.of(ArrayImgs.floats(new float[] {3}, 1, 1), -1).plane(0, 0, 1);
        float[] expected = new float[64];
        Arrays.fill(expected, 3);
        assertEquals(new Patch(expected, 1, 8, 8), plane.read(0, 0, 8, 8, units(1)));
    }

    @Test
    void integersAreRoundedAndSaturatedAndCounted() {
        byte[] bytes = new byte[6];
        Plane plane = Planes.of(ArrayImgs.unsignedBytes(bytes, 6, 1), -1).plane(0, 0, 1);
        assertEquals(2, plane.writeRow(0, 0, new double[] {-0.6, -0.4, 1.5, 254.6, 255.4, 255.5}));
        assertArrayEquals(new byte[] {0, 0, 2, -1, -1, -1}, bytes);
    }

    @Test
    void unsigned32BitValuesAreSaturatedAtTheirOwnEnds() {
        int[] ints = new int[3];
        Plane plane = Planes.of(ArrayImgs.unsignedInts(ints, 3, 1), -1).plane(0, 0, 1);
        assertEquals(2, plane.writeRow(0, 0, new double[] {-1, 3e9, 5e9}));
        assertArrayEquals(new int[] {0, (int) 3_000_000_000L, -1}, ints);
    }

    @Test
    void floatsAreWrittenAsTheyAre() {
        float[] floats = new float[3];
        Plane plane = Planes.of(ArrayImgs.floats(floats, 3, 1), -1).plane(0, 0, 1);
        assertEquals(0, plane.writeRow(0, 0, new double[] {0.25, Double.NaN, -1e30}));
        assertArrayEquals(new float[] {0.25f, Float.NaN, -1e30f}, floats);
    }

    @Test
    void aPlaneIsConstantIfEachChannelHasOneFiniteValue() {
        assertTrue(isConstant(4, 4, 4));
        assertTrue(isConstant(Float.NaN, 4, Float.POSITIVE_INFINITY, 4));
        assertTrue(isConstant(Float.NaN));
        assertFalse(isConstant(4, 4, Math.nextUp(4f)));
        assertTrue(Planes.of(ArrayImgs.argbs(new int[] {0xff010203, 0x7f010203}, 2, 1), -1)
                .plane(0, 0, 3)
                .isConstant());
    }

    @Test
    void imagesThatCannotBeReadAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Planes.of(ArrayImgs.longs(2, 2), -1));
        assertThrows(IllegalArgumentException.class, () -> Planes.of(ArrayImgs.complexFloats(2, 2), -1));
        assertThrows(IllegalArgumentException.class, () -> Planes.of(ArrayImgs.floats(2), -1));
        assertThrows(IllegalArgumentException.class, () -> Planes.of(ArrayImgs.floats(2, 2, 2), 1));
        assertThrows(IllegalArgumentException.class, () -> Planes.of(ArrayImgs.floats(2, 2, 2), 3));
        assertThrows(IllegalArgumentException.class, () -> Planes.of(ArrayImgs.argbs(2, 2, 2), 2));
        assertThrows(IllegalArgumentException.class, () -> Planes.of(ArrayImgs.floats(0, 2), -1));
    }

    private static boolean isConstant(float... values) {
        return Planes.of(ArrayImgs.floats(values, values.length, 1), -1)
                .plane(0, 0, 1)
                .isConstant();
    }

    private static List<ValueRange> units(int channels) {
        return Collections.nCopies(channels, ValueRange.UNIT);
    }
}
