package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImageDifferenceTest {

    private final List<ImagePlus> samples = SampleImages.all();

    @Test
    void theSamplesAreAlwaysTheSame() {
        List<ImagePlus> again = SampleImages.all();
        for (int i = 0; i < samples.size(); i++)
            assertEquals(Optional.empty(), ImageDifference.of(again.get(i), samples.get(i)));
    }

    @Test
    void theSamplesDifferInKind() {
        Set<Integer> depths = new HashSet<>();
        for (ImagePlus sample : samples) depths.add(sample.getBitDepth());
        assertEquals(Set.of(8, 16, 24), depths);
        assertEquals(3, samples.get(0).getNSlices());
        assertEquals(2, samples.get(1).getNChannels());
    }

    @Test
    void onePixelIsADifference() {
        for (ImagePlus sample : samples) {
            ImagePlus other = sample.duplicate();
            int plane = other.getStackSize();
            int value = other.getStack().getProcessor(plane).get(5, 4);
            other.getStack().getProcessor(plane).set(5, 4, value ^ 1);
            assertEquals(Optional.of("has other pixels, first in plane " + plane), ImageDifference.of(other, sample));
        }
    }

    @Test
    void sizeAndCalibrationAreComparedToo() {
        ImagePlus uncalibrated = samples.get(0).duplicate();
        uncalibrated.getCalibration().setUnit("pixel");
        ImagePlus resized = samples.get(0).resize(8, 8, "none");

        assertTrue(difference(uncalibrated).startsWith("is calibrated by 0.25 x 0.25 x 1.5 pixel"));
        assertTrue(difference(resized).startsWith("has 8 bits and [8, 8, 1, 3, 1] pixels"), difference(resized));
    }

    private String difference(ImagePlus image) {
        return ImageDifference.of(image, samples.get(0)).orElseThrow();
    }
}
