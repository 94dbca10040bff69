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
                        Stream.of("reference"))
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
}
