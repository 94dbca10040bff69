package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void whatIsSmallIsLookedAtAsAWhole() {
        assertArrayEquals(new long[] {0, 1, 2}, Sample.of(3, Sample.LARGEST));
        assertEquals(1 << 14, Sample.of(1 << 14, 1 << 14).length); // 2^28 values
    }

    /** 2^22 values each: 64 fill the largest sample; of smaller ones 256 are enough, of larger ones 16 too few. */
    @Test
    void ofWhatIsLargeAsManyAsAreBearable() {
        assertEquals(64, Sample.of(1000, 1 << 22).length);
        assertEquals(Sample.MOST, Sample.of(1_000_000, 1 << 12).length);
        assertEquals(Sample.LEAST, Sample.of(1000, 1 << 27).length);
    }

    @Test
    void theyAreEvenlySpacedFromTheFirstToTheLast() {
        long[] sample = Sample.of(256_000_000L, 1 << 20);
        assertEquals(0, sample[0]);
        assertEquals(255_999_999L, sample[255]);
        for (int i = 1; i < 256; i++) assertEquals(255_999_999 / 255.0, sample[i] - sample[i - 1], 1);
    }

    @Test
    void asManyAsAreAskedFor() {
        assertArrayEquals(new long[] {0, 3, 6, 9}, Sample.evenly(10, 4));
        assertArrayEquals(new long[] {0, 1, 2, 3}, Sample.evenly(4, 4));
        assertArrayEquals(new long[] {0}, Sample.evenly(1, 16));
    }

    @Test
    void planesOfASmallImageAreTheirOwnSample() {
        Planes planes = Planes.of(ArrayImgs.floats(4, 3, 5), Planes.NO_CHANNEL_AXIS);
        assertSame(planes, planes.sample());
    }

    /** 2^14 x 2^10 values a plane, of which 16 fit into a sample; there are 33: every second one of a lazy image. */
    @Test
    void planesOfALargeImageAreEverySoManyth() {
        var image = new net.imglib2.position.FunctionRealRandomAccessible<>(
                3,
                (position, value) -> value.set((float) position.getDoublePosition(2)),
                net.imglib2.type.numeric.real.FloatType::new);
        var lazy = net.imglib2.view.Views.interval(
                net.imglib2.view.Views.raster(image), new long[] {0, 0, 0}, new long[] {(1 << 14) - 1, (1 << 10) - 1, 32
                });
        Planes sample = Planes.of(lazy, Planes.NO_CHANNEL_AXIS).sample();
        assertEquals(16, sample.count());
        for (int i = 0; i < 16; i++)
            assertEquals(
                    i * 32 / 15,
                    sample.plane(i, 0, 1)
                            .read(0, 0, 1, 1, List.of(ValueRange.UNIT))
                            .at(0, 0, 0));
    }
}
