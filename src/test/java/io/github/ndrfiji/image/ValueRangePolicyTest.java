package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRangePolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"auto", "type", "percentile", "0:255", "-1.5:2.5", "0:1.0E20"})
    void textFormsAreReadAndPrinted(String text) {
        assertEquals(text, ValueRangePolicy.parse(text).toString());
    }

    @Test
    void namesGiveTheRules() {
        assertSame(ValueRangePolicy.AUTO, ValueRangePolicy.parse("auto"));
        assertEquals(ValueRangePolicy.given(new ValueRange(1, 2)), ValueRangePolicy.parse("1:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AUTO", "1", "1:", "2:1", "1:1", "1:2:3", "NaN:1", "a:b"})
    void otherTextIsRefusedWithTheForms(String text) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> ValueRangePolicy.parse(text));
        assertTrue(e.getMessage().contains("auto, type, percentile, or MIN:MAX"), e.getMessage());
    }

    @Test
    void autoTakesTheTypeOf8BitAndRgbAndPercentilesOfTheRest() {
        ValueRange bits8 = new ValueRange(0, 255);
        ValueRange found = new ValueRange(3, 5);
        assertEquals(List.of(bits8), auto(ArrayImgs.unsignedBytes(new byte[] {3, 5}, 2, 1)));
        assertEquals(List.of(new ValueRange(-128, 127)), auto(ArrayImgs.bytes(new byte[] {3, 5}, 2, 1)));
        assertEquals(List.of(bits8, bits8, bits8), auto(ArrayImgs.argbs(2, 1)));
        assertEquals(List.of(found), auto(ArrayImgs.unsignedShorts(new short[] {3, 5}, 2, 1)));
        assertEquals(List.of(found), auto(ArrayImgs.unsignedInts(new int[] {3, 5}, 2, 1)));
        assertEquals(List.of(found), auto(ArrayImgs.floats(new float[] {3, 5}, 2, 1)));
        assertEquals(List.of(found), auto(ArrayImgs.doubles(new double[] {3, 5}, 2, 1)));
    }

    @Test
    void typeGivesAllValuesOfIntegersAndRefusesFloats() {
        assertEquals(List.of(new ValueRange(0, 65535)), ranges("type", ArrayImgs.unsignedShorts(2, 1)));
        assertEquals(List.of(new ValueRange(-32768, 32767)), ranges("type", ArrayImgs.shorts(2, 1)));
        assertThrows(IllegalArgumentException.class, () -> ranges("type", ArrayImgs.floats(2, 1)));
    }

    @Test
    void percentilesAreThoseOfTheWholeStackAndOfFiniteValuesOnly() {
        float[] values = new float[10_010];
        for (int i = 0; i < 10_000; i++) values[i] = 2 * ((i * 7919) % 10_000); // each even number once
        for (int i = 10_000; i < values.length; i++) values[i] = i % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY;
        // ranks 0.001 * 9999 = 9.999 downwards and 0.999 * 9999 = 9989.001 upwards
        assertEquals(
                List.of(new ValueRange(18, 19_980)), ranges("percentile", ArrayImgs.floats(values, 10, 7, 11, 13)));
    }

    @Test
    void everyChannelHasItsOwnPercentiles() {
        RandomAccessibleInterval<?> image =
                ArrayImgs.unsignedShorts(new short[] {1, 2, 30, 40, 3, 1, 50, 60}, 2, 1, 2, 2);
        assertEquals(
                List.of(new ValueRange(1, 3), new ValueRange(30, 60)),
                ValueRangePolicy.PERCENTILE.ranges(Planes.of(image, 2), Progress.NONE));
    }

    @Test
    void whereMostOfAnImageIsOneValueItsExtremesAreTaken() {
        float[] values = new float[100_000];
        values[17] = 8;
        assertEquals(List.of(new ValueRange(0, 8)), ranges("percentile", ArrayImgs.floats(values, 100_000, 1)));
    }

    @Test
    void constantAndEmptyImagesHaveARange() {
        assertEquals(List.of(new ValueRange(7, 7)), ranges("percentile", ArrayImgs.floats(new float[] {7, 7}, 2, 1)));
        assertEquals(List.of(ValueRange.UNIT), ranges("percentile", ArrayImgs.floats(new float[] {Float.NaN}, 1, 1)));
    }

    @Test
    void aGivenRangeHoldsForEveryChannel() {
        ValueRange given = new ValueRange(2, 9);
        assertEquals(List.of(given, given, given), ranges("2:9", ArrayImgs.argbs(1, 1)));
    }

    @Test
    void rangesMayBeGivenChannelByChannel() {
        List<ValueRange> given = List.of(new ValueRange(0, 1), new ValueRange(2, 9));
        Planes two = Planes.of(ArrayImgs.unsignedShorts(2, 1, 2, 3), 2);
        assertEquals(given, ValueRangePolicy.perChannel(given).ranges(two, Progress.NONE));
        Planes three = Planes.of(ArrayImgs.argbs(2, 1), Planes.NO_CHANNEL_AXIS);
        Exception e = assertThrows(IllegalArgumentException.class, () -> ValueRangePolicy.perChannel(given)
                .ranges(three, Progress.NONE));
        assertEquals(
                "There are value ranges for 2 channels (0:1, 2:9), but the image has 3; give one for each.",
                e.getMessage());
    }

    private static List<ValueRange> auto(RandomAccessibleInterval<?> image) {
        return ranges("auto", image);
    }

    private static List<ValueRange> ranges(String policy, RandomAccessibleInterval<?> image) {
        return ValueRangePolicy.parse(policy).ranges(Planes.of(image, Planes.NO_CHANNEL_AXIS), Progress.NONE);
    }
}
