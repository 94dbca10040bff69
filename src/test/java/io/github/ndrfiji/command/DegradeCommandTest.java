package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.restore.RestoreOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.module.ModuleItem;

class DegradeCommandTest extends CommandTest {

    private ImagePlus degraded(Map<String, Object> inputs) throws Exception {
        return (ImagePlus) run(DegradeCommand.class, inputs).getOutput("degraded");
    }

    @Test
    void theResultIsThatOfTheLibrary() throws Exception {
        ImagePlus image = TestImages.hyperstack(16);
        ImagePlus expected = new ImagePlusDegrader(
                        List.of(DegradationRange.parse("stripes:12,angle=90")), ValueRangePolicy.AUTO, false)
                .degrade(image, 7, Progress.NONE);

        ImagePlus result = degraded(
                Map.of("image", image, "kind", "stripes", "strength", "12", "settings", "angle=90", "seed", 7L));

        assertEquals("cells-degraded.tif", result.getTitle());
        for (int i = 1; i <= image.getStackSize(); i++)
            assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[])
                    result.getStack().getPixels(i));
    }

    @Test
    void theKindsAreAllThatThereAre() {
        ModuleItem<?> kind = commands.getCommand(DegradeCommand.class).getInput("kind");

        List<String> expected = Stream.concat(
                        Stream.of(DegradationKind.values())
                                .filter(k -> k != DegradationKind.CLEAN)
                                .map(DegradationKind::toString),
                        Stream.of("haze at depths", "reference"))
                .toList();

        assertEquals(expected, kind.getChoices());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLEAN")
    void everyKindHasAMiddlingStrength(DegradationKind kind) throws Exception {
        ImagePlus image = TestImages.plane(8).resize(32, 32, "bilinear");

        String info = degraded(Map.of("image", image, "kind", kind.toString())).getInfoProperty();

        assertTrue(info.contains("NDR degradations: [" + kind + ":"), info);
    }

    @Test
    void aReferenceIsFollowed() throws Exception {
        ImagePlus image = TestImages.plane(8).resize(32, 32, "bilinear");
        ImagePlus reference = degraded(Map.of("image", image, "kind", "noise", "strength", "50"));
        ImagePlus expected;
        try (ImagePlusTransfer transfer = ImagePlusTransfer.open("general", "cpu", RestoreOptions.defaults())) {
            expected = transfer.transfer(image, reference, Progress.NONE);
        }

        ImagePlus result =
                degraded(Map.of("image", image, "kind", "reference", "reference", reference, "device", "cpu"));

        assertArrayEquals((byte[]) expected.getProcessor().getPixels(), (byte[])
                result.getProcessor().getPixels());
    }

    @Test
    void whatIsWrongIsExplained() {
        assertTrue(failure(Map.of("image", TestImages.plane(8), "kind", "reference"))
                .startsWith("The degradation of a reference image was asked for, but none is given"));
        assertTrue(failure(Map.of("image", TestImages.plane(8), "kind", "noise", "strength", "much"))
                .contains("much"));
    }

    private String failure(Map<String, Object> inputs) {
        return messageOf(assertThrows(ExecutionException.class, () -> degraded(inputs)));
    }

    @Test
    void furtherDegradationsFollowAPlusSign() throws Exception {
        ImagePlus image = TestImages.hyperstack(16);
        ImagePlus expected = new ImagePlusDegrader(
                        List.of(DegradationRange.parse("haze:1"), DegradationRange.parse("noise:0-20")),
                        ValueRangePolicy.AUTO,
                        false)
                .degrade(image, 7, Progress.NONE);

        ImagePlus result = degraded(
                Map.of("image", image, "kind", "haze", "strength", "1", "settings", "+noise:0-20", "seed", 7L));

        for (int i = 1; i <= image.getStackSize(); i++)
            assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[])
                    result.getStack().getPixels(i));
    }

    /** I = J t + A (1 - t) with t = exp(-beta d), d from 0 to 1 over a ramp from 0 to 255. */
    @Test
    void hazeLiesAtTheDepthsOfAnImage() throws Exception {
        ImagePlus image = ij.IJ.createImage("scene", "32-bit black", 256, 8, 2);
        ImagePlus depth = ij.IJ.createImage("depth", "8-bit ramp", 256, 8, 1);

        ImagePlus result = degraded(Map.of(
                "image",
                image,
                "kind",
                "haze at depths",
                "strength",
                "2",
                "settings",
                "airlight=0.5",
                "range",
                "0:1",
                "depth",
                depth));

        for (int p = 1; p <= 2; p++)
            for (int x = 0; x < 256; x++)
                assertEquals(
                        0.5 * (1 - Math.exp(-2 * x / 255.0)),
                        result.getStack().getProcessor(p).getf(x, 3),
                        1e-6);
    }

    /** Fiji's dialog fills in the field for depths whatever the degradation is. */
    @Test
    void aDepthImageCountsForHazeAtDepthsOnly() throws Exception {
        ImagePlus image = ij.IJ.createImage("scene", "8-bit ramp", 16, 16, 1);
        for (String kind : List.of("noise", "haze"))
            assertArrayEquals(
                    (byte[]) degraded(Map.of("image", image, "kind", kind))
                            .getProcessor()
                            .getPixels(),
                    (byte[]) degraded(Map.of("image", image, "kind", kind, "depth", image))
                            .getProcessor()
                            .getPixels());
    }

    @Test
    void hazeAtDepthsNeedsADepthImage() {
        ImagePlus image = ij.IJ.createImage("scene", "8-bit ramp", 16, 16, 1);
        Exception e = assertThrows(
                ExecutionException.class, () -> degraded(Map.of("image", image, "kind", "haze at depths")));
        assertEquals(
                "Haze at the depths of an image was asked for, but none is given; open one and choose it.",
                messageOf(e));
    }
}
