package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.ndrfiji.image.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneImageTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void thePlaneShownHasAllItsChannels(int bits) {
        ImagePlus image = TestImages.hyperstack(bits);
        image.setPosition(1, 2, 2);

        ImagePlus plane = PlaneImage.shownBy(image);

        assertArrayEquals(new int[] {13, 9, image.getNChannels(), 1, 1}, plane.getDimensions());
        assertEquals(bits, plane.getBitDepth());
        assertTrue(image.getCalibration().equals(plane.getCalibration()));
        for (int c = 1; c <= image.getNChannels(); c++)
            assertEquals(
                    pixels(image.getStack().getProcessor(image.getStackIndex(c, 2, 2))),
                    pixels(plane.getStack().getProcessor(c)));
    }

    @Test
    void itsColoursAreThoseOfTheImage() {
        CompositeImage image = (CompositeImage) TestImages.hyperstack(16);

        CompositeImage plane = (CompositeImage) PlaneImage.shownBy(image);

        for (int c = 1; c <= 2; c++) {
            assertArrayEquals(
                    image.getChannelLut(c).getBytes(), plane.getChannelLut(c).getBytes());
            assertEquals(image.getChannelLut(c).min, plane.getChannelLut(c).min);
            assertEquals(image.getChannelLut(c).max, plane.getChannelLut(c).max);
        }
    }

    @Test
    void aChangeOfThePlaneLeavesTheImageAsItIs() {
        ImagePlus image = TestImages.plane(8);
        String before = pixels(image.getProcessor());

        PlaneImage.shownBy(image).getProcessor().invert();

        assertEquals(before, pixels(image.getProcessor()));
    }

    /** A gap of 4 black pixels lies between them. */
    @Test
    void sideBySideAreTheTwoRegions() {
        ImagePlus left = TestImages.plane(8);
        ImagePlus right = PlaneImage.shownBy(left);
        right.getProcessor().invert();

        ImagePlus both = PlaneImage.sideBySide("both", left, right, Region.rectangle(3, 2, 5, 4), 1);

        assertEquals("both", both.getTitle());
        assertArrayEquals(new int[] {14, 4, 1, 1, 1}, both.getDimensions());
        for (int y = 0; y < 4; y++)
            for (int x = 0; x < 5; x++) {
                int before = left.getProcessor().get(3 + x, 2 + y);
                assertEquals(before, both.getProcessor().get(x, y));
                assertEquals(255 - before, both.getProcessor().get(9 + x, y));
            }
        for (int x = 5; x < 9; x++) assertEquals(0, both.getProcessor().get(x, 1));
    }

    /** Each pixel on the left becomes 2 x 2 ones; ImageJ's resize without interpolation repeats them. */
    @Test
    void theOriginalIsEnlargedWhereTheResultIsLarger() {
        ImagePlus left = TestImages.plane(8);
        ImagePlus right = new ImagePlus("right", left.getProcessor().resize(26, 18));

        ImagePlus both = PlaneImage.sideBySide("both", left, right, Region.rectangle(3, 2, 5, 4), 2);

        assertArrayEquals(new int[] {24, 8, 1, 1, 1}, both.getDimensions());
        for (int y = 0; y < 8; y++)
            for (int x = 0; x < 10; x++) {
                assertEquals(
                        left.getProcessor().get(3 + x / 2, 2 + y / 2),
                        both.getProcessor().get(x, y));
                assertEquals(
                        right.getProcessor().get(6 + x, 4 + y),
                        both.getProcessor().get(14 + x, y));
            }
    }

    private static String pixels(ImageProcessor plane) {
        StringBuilder pixels = new StringBuilder();
        for (int i = 0; i < plane.getPixelCount(); i++)
            pixels.append(plane.get(i)).append(' ');
        return pixels.toString();
    }
}
