package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ij.IJ;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenImagesTest {

    private final ImagePlus first = IJ.createImage("first", 4, 4, 1, 8);
    private final ImagePlus second = IJ.createImage("the second.tif", 4, 4, 1, 8);

    @Test
    void withoutImagesThereIsNone() {
        assertEquals(List.of(), OpenImages.titles());
        assertEquals(List.of(), OpenImages.activeFirst());
        assertEquals(Optional.empty(), OpenImages.named("first"));
    }

    @Test
    void theOldestIsTheFirst() {
        try (BatchMode open = new BatchMode(first, second)) {
            assertEquals(List.of("first", "the second.tif"), OpenImages.titles());
        }
    }

    @Test
    void orTheActiveOne() {
        try (BatchMode open = new BatchMode(first, second)) {
            assertEquals(List.of("the second.tif", "first"), OpenImages.activeFirst());
        }
    }

    @Test
    void anImageIsFoundByItsTitleAndByItsId() {
        try (BatchMode open = new BatchMode(first, second)) {
            assertSame(second, OpenImages.named("the second.tif").orElseThrow());
            assertSame(first, OpenImages.named("" + first.getID()).orElseThrow());
            assertEquals(Optional.empty(), OpenImages.named("second"));
        }
    }
}
