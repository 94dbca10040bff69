package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchStackTest {

    /** Rows of 600 000 bytes and more: a plane has several strips, and all planes many more than are kept. */
    private static final int WIDTH = 600_000;

    private static final int HEIGHT = 5;
    private static final int PLANES = 8;

    private final List<String> labels = Arrays.asList("a", null, "c", "d", "e", "f", "g", "h");

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void whatIsWrittenRowByRowIsThereAfterwards(int bitDepth) {
        ImagePlus image = new ImagePlus("scratch", new ScratchStack(WIDTH, HEIGHT, bitDepth, labels));
        image.setDimensions(2, 2, 2);
        Img<? extends RealType<?>> written = Cast.unchecked(ImagePlusPlanes.of(image));
        for (int plane = 0; plane < PLANES; plane++)
            for (int y = 0; y < HEIGHT; y++) at(written, plane, y).get().setReal(10 * plane + y + 1);

        Img<? extends RealType<?>> read = Cast.unchecked(ImagePlusPlanes.of(image));
        for (int plane = 0; plane < PLANES; plane++) {
            ImageProcessor shown = image.getStack().getProcessor(plane + 1);
            assertEquals(bitDepth, shown.getBitDepth());
            for (int y = 0; y < HEIGHT; y++) {
                assertEquals(10 * plane + y + 1, at(read, plane, y).get().getRealDouble());
                assertEquals(10 * plane + y + 1, shown.getf(y, y));
                assertEquals(0, shown.getf(y + 1, y));
            }
        }
        assertEquals("c", image.getStack().getSliceLabel(3));
        assertEquals(null, image.getStack().getSliceLabel(2));
    }

    /** At column y of row y. */
    private static RandomAccess<? extends RealType<?>> at(Img<? extends RealType<?>> img, int plane, int y) {
        RandomAccess<? extends RealType<?>> access = img.randomAccess();
        access.setPosition(new int[] {y, y, plane % 2, plane / 2 % 2, plane / 4});
        return access;
    }

    @Test
    void coloursToo() {
        ImagePlus image = new ImagePlus("scratch", new ScratchStack(3, 2, 24, Arrays.asList("a", "b")));
        Img<ARGBType> img = Cast.unchecked(ImagePlusPlanes.of(image));
        img.randomAccess().setPositionAndGet(2, 1, 0, 1, 0).set(0xff102030);
        assertEquals(0xff102030, image.getStack().getProcessor(2).get(2, 1));
    }
}
