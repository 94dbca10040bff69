package io.github.ndrfiji.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {

    @Test
    void aRectangleContainsItsPixels() {
        assertEquals(List.of("2,1", "3,1", "4,1", "2,2", "3,2", "4,2"), pixels(Region.rectangle(2, 1, 3, 2)));
    }

    @Test
    void aMaskChoosesPixelsOfTheRectangle() {
        boolean[] mask = {true, false, false, false, true, true};
        Region region = Region.masked(2, 1, 3, 2, mask);
        mask[1] = true; // later changes do not matter
        assertEquals(List.of("2,1", "3,2", "4,2"), pixels(region));
    }

    @Test
    void whatLiesOutsideOfThePlaneIsCut() {
        assertEquals(
                Region.rectangle(0, 1, 2, 3), Region.rectangle(-1, 1, 3, 90).within(6, 4));
        assertEquals(Region.rectangle(0, 0, 6, 4), Region.rectangle(0, 0, 6, 4).within(6, 4));
        boolean[] diagonal = {true, false, false, false, true, false, false, false, true};
        assertEquals(
                Region.masked(0, 0, 2, 2, new boolean[] {true, false, false, true}),
                Region.masked(-1, -1, 3, 3, diagonal).within(6, 4));
        assertEquals(
                Region.masked(4, 2, 2, 2, new boolean[] {true, false, false, true}),
                Region.masked(4, 2, 3, 3, diagonal).within(6, 4));
    }

    @ParameterizedTest
    @CsvSource({"6,0,1,1", "0,4,1,1", "-3,0,3,4", "0,-1,6,1"})
    void aRegionOutsideOfThePlaneIsRefused(int x, int y, int width, int height) {
        Region region = Region.rectangle(x, y, width, height);
        Exception e = assertThrows(IllegalArgumentException.class, () -> region.within(6, 4));
        assertEquals(
                "The region, " + width + " x " + height + " pixels at (" + x + ", " + y
                        + "), lies outside of the image of 6 x 4 pixels; choose one that overlaps it.",
                e.getMessage());
    }

    @Test
    void aMaskWhosePixelsLieOutsideOfThePlaneIsRefused() {
        Region region = Region.masked(5, 0, 2, 1, new boolean[] {false, true});
        Exception e = assertThrows(IllegalArgumentException.class, () -> region.within(6, 4));
        assertTrue(e.getMessage().contains("2 x 1 pixels at (5, 0), masked, lies outside"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,1", "0,0,1,-1", "2147483647,0,1,1", "0,1,1,2147483647"})
    void impossibleRectanglesAreRefused(int x, int y, int width, int height) {
        assertThrows(IllegalArgumentException.class, () -> Region.rectangle(x, y, width, height));
    }

    @Test
    void aMaskMustFitAndChooseSomething() {
        Exception size =
                assertThrows(IllegalArgumentException.class, () -> Region.masked(0, 0, 2, 2, new boolean[] {true}));
        assertEquals("The mask of a region of 2 x 2 pixels has 1 values; give one for each pixel.", size.getMessage());
        Exception empty = assertThrows(IllegalArgumentException.class, () -> Region.masked(0, 0, 2, 2, new boolean[4]));
        assertEquals("The mask of the region chooses no pixel; give one that does.", empty.getMessage());
    }

    @Test
    void equalityIsByContent() {
        boolean[] mask = {true, false};
        assertEquals(Region.masked(0, 0, 2, 1, mask), Region.masked(0, 0, 2, 1, mask.clone()));
        assertEquals(
                Region.masked(0, 0, 2, 1, mask).hashCode(),
                Region.masked(0, 0, 2, 1, mask.clone()).hashCode());
        assertNotEquals(Region.rectangle(0, 0, 2, 1), Region.masked(0, 0, 2, 1, mask));
        assertNotEquals(Region.rectangle(0, 0, 2, 1), Region.rectangle(0, 0, 1, 2));
    }

    /** Tiles of 16 at the starts 0, 8, 16, 24 along X and 0, 9 along Y, as AxisTilesTest has them. */
    @ParameterizedTest
    @CsvSource({
        "0,0,1,1, 0",
        "8,0,1,1, 0 1",
        "15,8,1,1, 0 1",
        "15,8,2,2, 0 1 2 4 5 6",
        "39,24,1,1, 7",
        "0,0,40,25, 0 1 2 3 4 5 6 7"
    })
    void theTilesThatTouchARegionAreFound(int x, int y, int width, int height, String tiles) {
        TileGrid grid = TileGrid.of(40, 25, new Tiling(16, 5, 8));
        assertEquals(
                Stream.of(tiles.split(" ", -1)).map(Integer::valueOf).toList(),
                grid.touching(Region.rectangle(x, y, width, height)));
    }

    private static List<String> pixels(Region region) {
        return IntStream.range(-2, 6)
                .boxed()
                .flatMap(y -> IntStream.range(-2, 9)
                        .filter(x -> region.contains(x, y))
                        .mapToObj(x -> x + "," + y))
                .toList();
    }
}
