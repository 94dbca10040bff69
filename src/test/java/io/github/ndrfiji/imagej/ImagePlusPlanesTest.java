package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.ndrfiji.image.Planes;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlusPlanesTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void everyPixelIsWhereImageJHasIt(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);

        RandomAccess<? extends RealType<?>> access = realPlanes(image).randomAccess();

        assertArrayEquals(new long[] {13, 9, 2, 3, 2}, ImagePlusPlanes.of(image).dimensionsAsLongArray());
        for (int t = 0; t < 2; t++)
            for (int z = 0; z < 3; z++)
                for (int c = 0; c < 2; c++)
                    for (int y = 0; y < 9; y++)
                        for (int x = 0; x < 13; x++) {
                            ImageProcessor plane =
                                    image.getStack().getProcessor(image.getStackIndex(c + 1, z + 1, t + 1));
                            assertEquals(
                                    plane.getf(x, y),
                                    access.setPositionAndGet(x, y, c, z, t).getRealFloat());
                        }
    }

    @Test
    void rgbPixelsAreOneChannelOfThreeColours() {
        ImagePlus image = TestImages.hyperstack(24);

        RandomAccess<ARGBType> access = rgbPlanes(image).randomAccess();

        assertArrayEquals(new long[] {13, 9, 1, 3, 2}, ImagePlusPlanes.of(image).dimensionsAsLongArray());
        int expected =
                image.getStack().getProcessor(image.getStackIndex(1, 3, 2)).get(4, 5);
        assertEquals(expected, access.setPositionAndGet(4, 5, 0, 2, 1).get());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void onePlaneHasFiveDimensionsToo(int bitDepth) {
        assertArrayEquals(
                new long[] {13, 9, 1, 1, 1},
                ImagePlusPlanes.of(TestImages.plane(bitDepth)).dimensionsAsLongArray());
    }

    @Test
    void writingToThePlanesWritesToTheImage() {
        ImagePlus image = TestImages.hyperstack(16);

        realPlanes(image).randomAccess().setPositionAndGet(3, 2, 1, 0, 1).setReal(777);

        assertEquals(
                777, image.getStack().getProcessor(image.getStackIndex(2, 1, 2)).get(3, 2));
    }

    @Test
    void planesOfAVirtualStackAreFetchedOnceEachWhenTheyAreVisitedInOrder() {
        List<Integer> fetched = new ArrayList<>();
        GeneratedStack stack = stack(20, fetched);
        Img<UnsignedShortType> planes = Cast.unchecked(ImagePlusPlanes.of(new ImagePlus("on disk", stack)));
        fetched.clear();

        long sum = 0;
        for (UnsignedShortType pixel : planes) sum += pixel.get();

        assertEquals(4 * 3 * (1 + 20) * 20 / 2, sum); // plane n is filled with n
        assertEquals(20, fetched.size());
    }

    /** Each new access of ImgLib2 visits other planes before it comes to its own. */
    @Test
    void planesOfAVirtualHyperstackAreNotFetchedForEachRow() {
        List<Integer> fetched = new ArrayList<>();
        ImagePlus image = new ImagePlus("on disk", stack(32, fetched));
        image.setDimensions(2, 4, 4);
        Planes planes = Planes.of(ImagePlusPlanes.of(image), ImagePlusPlanes.channelAxis(image));
        fetched.clear();

        double[] row = new double[4];
        double sum = 0;
        for (int plane = 0; plane < planes.count(); plane++)
            for (int y = 0; y < 3; y++)
                for (int channel = 0; channel < 2; channel++) {
                    planes.plane(plane, 0, 2).readRow(channel, y, row);
                    sum += row[3];
                }

        assertEquals(3 * (1 + 32) * 32 / 2, sum);
        assertTrue(fetched.size() <= 48, "fetched " + fetched);
    }

    @Test
    void openingAVirtualStackFetchesNoPlaneBeyondTheFirst() {
        List<Integer> fetched = new ArrayList<>();
        GeneratedStack stack = stack(20, fetched);

        ImagePlusPlanes.of(new ImagePlus("on disk", stack));

        assertTrue(fetched.stream().allMatch(n -> n == 1), "fetched " + fetched);
    }

    @Test
    void aVirtualStackThatGivesPixelsOfAnotherTypeIsRefused() {
        VirtualStack mixed = new GeneratedStack(4, 3, 3, n -> n == 2 ? new FloatProcessor(4, 3) : plane(n));
        Img<UnsignedShortType> planes = Cast.unchecked(ImagePlusPlanes.of(new ImagePlus("mixed", mixed)));

        Exception e = assertThrows(IllegalStateException.class, () -> planes.forEach(UnsignedShortType::get));

        assertEquals(
                "Plane 2 of 'mixed' cannot be read as 16-bit pixels; check that the image is still open and its file"
                        + " still there.",
                e.getMessage());
    }

    @Test
    void anImageWithoutPixelsIsRefused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> ImagePlusPlanes.of(new ImagePlus()));

        assertTrue(e.getMessage().startsWith("There is no image"), e.getMessage());
    }

    @Test
    void numbersOfColoursAreRefused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> ImagePlusPlanes.of(TestImages.withPalette()));

        assertTrue(
                e.getMessage().startsWith("'plane' shows its 8-bit values by a palette of colours;"), e.getMessage());
    }

    private static RandomAccessibleInterval<? extends RealType<?>> realPlanes(ImagePlus image) {
        assertInstanceOf(RealType.class, ImagePlusPlanes.of(image).getType());
        return Cast.unchecked(ImagePlusPlanes.of(image));
    }

    private static RandomAccessibleInterval<ARGBType> rgbPlanes(ImagePlus image) {
        return Cast.unchecked(ImagePlusPlanes.of(image));
    }

    /** Plane n is filled with n. */
    private static ImageProcessor plane(int n) {
        ShortProcessor plane = new ShortProcessor(4, 3);
        plane.setValue(n);
        plane.fill();
        return plane;
    }

    /** Counts what is fetched. */
    private static GeneratedStack stack(int planes, List<Integer> fetched) {
        return new GeneratedStack(4, 3, planes, n -> {
            fetched.add(n);
            return plane(n);
        });
    }

    @Test
    void anImageThatIsClosedCanStillBeRead() {
        ImagePlus image = TestImages.hyperstack(8);
        int expected = image.getStack().getProcessor(12).get(4, 5);
        Planes planes = ImagePlusPlanes.planes(image);

        image.close();
        image.flush(); // as its window does

        double[] row = new double[planes.width()];
        planes.plane(5, 1, 1).readRow(0, 5, row); // the last plane, of the second channel
        assertEquals(expected, row[4]);
    }
}
