package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.restore.RestoreOptions;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlusRestorerTest {

    private static final RestoreOptions BYTES =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 255)));

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void aNetworkThatChangesNothingGivesTheImageBack(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);

        ImagePlus result = restorer(StandIn.adding(0)).restore(image, Progress.NONE);

        assertEquals("cells-restored.tif", result.getTitle());
        assertArrayEquals(image.getDimensions(), result.getDimensions());
        for (int i = 1; i <= image.getStackSize(); i++)
            assertArrayEquals(
                    image.getStack().getProcessor(i).getFloatArray(),
                    result.getStack().getProcessor(i).getFloatArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void whatTheNetworkAddsIsScaledByTheValueRange(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);

        ImagePlus result = restorer(StandIn.adding(2 / 255f)).restore(image, Progress.NONE);

        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor before = image.getStack().getProcessor(i);
            ImageProcessor after = result.getStack().getProcessor(i);
            for (int p = 0; p < before.getPixelCount(); p++) assertEquals(before.getf(p) + 2, after.getf(p), 1e-4);
        }
    }

    @Test
    void tooLittleMemoryOfTheDeviceHasARemedy() {
        EngineException cause = new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB.");
        StandIn full = new StandIn(3, 1, tile -> {
            throw cause;
        });

        Exception e = assertThrows(
                IllegalStateException.class, () -> restorer(full).restore(TestImages.plane(8), Progress.NONE));

        assertEquals(
                "The model 'stand-in' needs more memory than the device paper has, even tile by tile; close other"
                        + " programs, or take a smaller model.",
                e.getMessage());
        assertSame(cause, e.getCause());
    }

    @Test
    void theInfoSaysHowTheImageWasMade() {
        ImagePlus image = TestImages.plane(8);
        image.getProcessor().set(0, 254);
        image.setProperty("Info", "Objective: 63x");

        String info =
                restorer(StandIn.adding(2 / 255f)).restore(image, Progress.NONE).getInfoProperty();

        assertEquals(
                List.of(
                        "Objective: 63x",
                        "NDR model: stand-in",
                        "NDR device: paper",
                        "NDR tiles: 1 of 16 pixels, overlap 4",
                        "NDR value range: 0:255",
                        "NDR saturated samples: 1 of 117",
                        "NDR samples not finite: 0"),
                info.lines().limit(7).toList());
        assertEquals("NDR time: 0.", info.lines().toList().get(7).substring(0, 12));
    }

    @Test
    void onlyARegionIsRestoredAndTheInfoNamesIt() {
        ImagePlus image = TestImages.hyperstack(16);
        RestoreOptions options = BYTES.withRegion(Region.rectangle(12, 0, 5, 2));

        ImagePlus result =
                new ImagePlusRestorer(StandIn.adding(2 / 255f), options, () -> {}).restore(image, Progress.NONE);

        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor before = image.getStack().getProcessor(i);
            ImageProcessor after = result.getStack().getProcessor(i);
            for (int p = 0; p < before.getPixelCount(); p++) {
                boolean inside = p == 12 || p == 25; // the last pixels of the first two rows of 13
                assertEquals(before.get(p) + (inside ? 2 : 0), after.get(p));
            }
        }
        assertEquals(
                "NDR region: 5 x 2 pixels at (12, 0)",
                result.getInfoProperty().lines().reduce("", (a, b) -> b));
    }

    /** Shown from 3 to 40 before; random values up to 199, to which the network adds 20 of 255. */
    @Test
    void theDisplayRangeFitsTheResult() {
        ImagePlus image = TestImages.hyperstack(16);

        ImagePlus result =
                new ImagePlusRestorer(StandIn.adding(20 / 255f), BYTES, () -> {}).restore(image, Progress.NONE);

        LUT shown = ((CompositeImage) result).getChannelLut(1);
        assertEquals(20, shown.min, 3);
        assertEquals(219, shown.max, 3);
    }

    /** The second slice and frame are shown; 4 columns lie between before and after. */
    @Test
    void aPreviewShowsWhatTheRunWillGive() {
        ImagePlus image = TestImages.hyperstack(16);
        image.setPosition(1, 2, 2);
        ImagePlusRestorer restorer = new ImagePlusRestorer(StandIn.adding(0.1f), RestoreOptions.defaults(), () -> {});
        ImagePlus whole = restorer.restore(image, Progress.NONE);

        ImagePlus preview = restorer.preview(image, false, Progress.NONE);

        Rectangle seen = image.getRoi().getBounds();
        assertEquals(2 * seen.width + 4, preview.getWidth());
        assertEquals(seen.height, preview.getHeight());
        for (int c = 1; c <= 2; c++)
            for (int y = 0; y < seen.height; y++)
                for (int x = 0; x < seen.width; x++) {
                    int index = image.getStackIndex(c, 2, 2);
                    ImageProcessor shown = preview.getStack().getProcessor(c);
                    assertEquals(image.getStack().getProcessor(index).get(seen.x + x, seen.y + y), shown.get(x, y));
                    assertEquals(
                            whole.getStack().getProcessor(index).get(seen.x + x, seen.y + y),
                            shown.get(seen.width + 4 + x, y));
                }
    }

    @Test
    void aNetworkOfScaleTwoDoublesTheSides() {
        StandIn doubling = new StandIn(1, 2, tile -> {
            Patch large = Patch.zeros(1, 2 * tile.height(), 2 * tile.width());
            Arrays.fill(large.values(), 0.5f);
            return large;
        });
        ImagePlus image = TestImages.hyperstack(16);

        ImagePlus result = restorer(doubling).restore(image, Progress.NONE);

        assertArrayEquals(new int[] {26, 18, 2, 3, 2}, result.getDimensions());
        assertEquals(0.125, result.getCalibration().pixelWidth);
    }

    @Test
    void theImageIsNotAltered() {
        ImagePlus image = TestImages.hyperstack(16);
        ImagePlus before = TestImages.hyperstack(16);

        restorer(StandIn.adding(1)).restore(image, Progress.NONE);

        for (int i = 1; i <= image.getStackSize(); i++)
            assertArrayEquals((short[]) before.getStack().getPixels(i), (short[])
                    image.getStack().getPixels(i));
        assertEquals("Objective: 63x", image.getInfoProperty());
    }

    @Test
    void aCancelEndsIt() {
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public void log(String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        ImagePlusRestorer restorer = restorer(StandIn.adding(1));

        assertThrows(CancellationException.class, () -> restorer.restore(TestImages.hyperstack(8), cancelled));
    }

    private static ImagePlusRestorer restorer(StandIn network) {
        return new ImagePlusRestorer(network, BYTES, () -> {});
    }
}
