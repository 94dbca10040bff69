package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import io.github.ndrfiji.image.Region;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private final ImagePlus image = IJ.createImage("cells", 100, 80, 1, 8);

    @Test
    void aRectangleIsItsPixels() {
        image.setRoi(10, 20, 30, 40);

        Region region = Selection.of(image);

        assertEquals(10, region.x());
        assertEquals(20, region.y());
        assertEquals(30, region.width());
        assertEquals(40, region.height());
        assertEquals(true, region.contains(10, 20));
        assertEquals(true, region.contains(39, 59));
        assertEquals(false, region.contains(40, 59));
    }

    /** ImageJ's own mask says which pixels are inside. */
    @Test
    void anOvalIsThePixelsInsideOfIt() {
        Roi oval = new OvalRoi(10, 20, 31, 21);
        image.setRoi(oval);

        Region region = Selection.of(image);

        for (int y = 0; y < 80; y++)
            for (int x = 0; x < 100; x++) assertEquals(oval.contains(x, y), region.contains(x, y), x + ", " + y);
    }

    @Test
    void withoutASelectionOrAreaItIsRefused() {
        assertEquals(
                "'cells' has no selection; draw one, such as a rectangle, or restore the whole image.",
                assertThrows(IllegalArgumentException.class, () -> Selection.of(image))
                        .getMessage());
        image.setRoi(new Line(1, 1, 20, 20));
        assertEquals(
                "'cells' has a selection without an area; draw one, such as a rectangle, or restore the whole image.",
                assertThrows(IllegalArgumentException.class, () -> Selection.of(image))
                        .getMessage());
    }

    @Test
    void aUserLooksAtTheSelection() {
        image.setRoi(10, 20, 30, 40);

        assertEquals(Region.rectangle(10, 20, 30, 40), Selection.lookedAt(image, 64));
    }

    /** Its middle: 10 + (30 - 8) / 2 = 21, 20 + (40 - 8) / 2 = 36. */
    @Test
    void ofALargeSelectionAtItsMiddle() {
        image.setRoi(10, 20, 30, 40);

        assertEquals(Region.rectangle(21, 36, 8, 8), Selection.lookedAt(image, 8));
    }

    @Test
    void withoutAWindowAtTheWholeImage() {
        assertEquals(Region.rectangle(0, 0, 100, 80), Selection.lookedAt(image, 512));
    }

    @Test
    void aSelectionThatReachesBeyondTheImageEndsAtItsBorder() {
        image.setRoi(new Roi(90, 70, 50, 50));

        assertEquals(Region.rectangle(90, 70, 10, 10), Selection.lookedAt(image, 512));
    }
}
