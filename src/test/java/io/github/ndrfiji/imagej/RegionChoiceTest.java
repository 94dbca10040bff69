package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.ndrfiji.image.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ROI Manager is a window; it is tested by macros. */
class RegionChoiceTest {

    private final ImagePlus image = IJ.createHyperStack("cells", 13, 9, 2, 3, 2, 8);

    @Test
    void withoutASelectionItIsTheWholeImage() {
        List<MeasuredRegion> whole = List.of(new MeasuredRegion("whole image", Region.rectangle(0, 0, 13, 9), 0, 0, 0));

        assertEquals(whole, RegionChoice.AUTO.of(image));
        image.setRoi(2, 3, 4, 5);
        assertEquals(whole, RegionChoice.IMAGE.of(image));
        List<MeasuredRegion> selection =
                List.of(new MeasuredRegion("selection", Region.rectangle(2, 3, 4, 5), 0, 0, 0));
        assertEquals(selection, RegionChoice.AUTO.of(image));
        assertEquals(selection, RegionChoice.SELECTION.of(image));
    }

    @Test
    void anOvalLacksItsCorners() {
        Roi oval = new OvalRoi(2, 1, 5, 5);
        oval.setName("nucleus");
        image.setRoi(oval);

        MeasuredRegion region = RegionChoice.AUTO.of(image).get(0);

        assertEquals("nucleus", region.name());
        assertFalse(region.region().contains(2, 1));
        assertTrue(region.region().contains(4, 3));
        assertTrue(region.region().contains(2, 3));
    }

    /** As a user draws it over the border; ImageJ itself may cut a rectangle when it is set, not a polygon or an oval. */
    @Test
    void aRegionMayLieBeyondTheImage() {
        Roi beyond = new OvalRoi(-3, -3, 10, 30);
        image.setRoi(beyond);

        Region region = RegionChoice.SELECTION.of(image).get(0).region();

        assertEquals(-3, region.x());
        assertEquals(30, region.height());
    }

    @Test
    void theOverlayGivesItsAreas() {
        Roi first = new Roi(0, 0, 3, 3);
        Roi named = new OvalRoi(4, 4, 4, 4);
        named.setName("cell");
        named.setPosition(2, 0, 1);
        image.setOverlay(new Overlay(first));
        image.getOverlay().add(new TextRoi(1, 1, "a note"));
        image.getOverlay().add(new Line(0, 0, 5, 5));
        image.getOverlay().add(named);

        List<MeasuredRegion> regions = RegionChoice.OVERLAY.of(image);

        assertEquals(
                List.of("ROI 1", "cell"),
                regions.stream().map(MeasuredRegion::name).toList());
        MeasuredRegion cell = regions.get(1);
        assertTrue(cell.isOn(2, 1, 3, 1));
        assertFalse(cell.isOn(1, 1, 3, 1));
        assertFalse(cell.isOn(2, 1, 3, 2));
        assertTrue(cell.isOn(1, 3, 1, 1)); // the second of three channels that go together
        assertEquals(Region.rectangle(0, 0, 8, 8), MeasuredRegion.around(regions));
    }

    /** Number 8 of 2 channels, 3 slices, 2 frames: channel 2, slice 1, frame 2. */
    @Test
    void aRoiBelongsToThePlaneOfItsPosition() {
        Roi roi = new Roi(0, 0, 3, 3);
        roi.setPosition(8);
        image.setOverlay(new Overlay(roi));

        MeasuredRegion region = RegionChoice.OVERLAY.of(image).get(0);

        assertEquals(List.of(2, 1, 2), List.of(region.channel(), region.slice(), region.frame()));
        ImagePlus plane = IJ.createImage("plane", 9, 9, 1, 8);
        plane.setOverlay(new Overlay(roi));
        assertTrue(RegionChoice.OVERLAY.of(plane).get(0).isOn(1, 1, 1, 1)); // ImageJ does not heed it there
        ImagePlus colours = IJ.createImage("colours", 9, 9, 4, 24);
        Roi onSlice = new Roi(0, 0, 3, 3);
        onSlice.setPosition(3);
        colours.setOverlay(new Overlay(onSlice));
        MeasuredRegion third = RegionChoice.OVERLAY.of(colours).get(0);
        assertEquals(List.of(0, 3, 1), List.of(third.channel(), third.slice(), third.frame()));
    }

    @Test
    void whatCannotBeMeasuredIsExplained() {
        assertMessage(RegionChoice.SELECTION, "'cells' has no selection; draw one");
        assertMessage(RegionChoice.OVERLAY, "'cells' has no overlay with areas; add a selection");
        assertMessage(RegionChoice.MANAGER, "The ROI Manager has no ROIs; add some");
        image.setRoi(new Line(0, 0, 5, 5));
        assertMessage(RegionChoice.AUTO, "The ROI 'selection' of 'cells' has no area; draw one that has");
        Roi far = new Roi(0, 0, 3, 3);
        far.setPosition(1, 9, 1);
        image.setOverlay(new Overlay(far));
        assertMessage(RegionChoice.OVERLAY, "The ROI 'ROI 1' belongs to channel 1, slice 9, frame 1 (0: all), but");
        Exception e = assertThrows(IllegalArgumentException.class, () -> RegionChoice.IMAGE.of(null));
        assertTrue(e.getMessage().startsWith("There is no image to work on"), e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> RegionChoice.parse("all"));
        assertEquals("There are no regions 'all'; use auto, image, selection, manager, overlay.", e.getMessage());
    }

    private void assertMessage(RegionChoice choice, String begin) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> choice.of(image));
        assertTrue(e.getMessage().startsWith(begin), e.getMessage());
    }
}
