package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.maps.MapChoice;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.RestoreOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.scijava.Cancelable;
import org.scijava.event.EventService;
import org.scijava.module.Module;

class MapsCommandTest extends CommandTest {

    @Test
    void theResultIsThatOfTheLibrary() throws Exception {
        ImagePlus image = TestImages.hyperstack(16);
        MapChoice choice = new MapChoice(List.of(MapKind.TOP), 2, AffinityLevel.SECOND);
        ImagePlus expected;
        try (ImagePlusMapper mapper =
                ImagePlusMapper.open(MODEL.toString(), "cpu", RestoreOptions.defaults(), choice)) {
            expected = mapper.map(image, MapForm.HYPERSTACK, Progress.NONE).maps();
        }

        Module done =
                run(image, Map.of("file", MODEL.toFile(), "device", "cpu", "layers", "top", "top", 2, "level", "2"));

        ImagePlus result = (ImagePlus) done.getOutput("mapped");
        assertNull(done.getOutput("legend"));
        assertEquals("cells-maps.tif", result.getTitle());
        assertArrayEquals(new int[] {13, 9, 4, 3, 2}, result.getDimensions());
        assertEquals(expected.getStackSize(), result.getStackSize());
        for (int i = 1; i <= result.getStackSize(); i++)
            assertArrayEquals((float[]) expected.getStack().getPixels(i), (float[])
                    result.getStack().getPixels(i));
        assertTrue(result.getInfoProperty().endsWith("NDR maps: top\nNDR level: 2"), result.getInfoProperty());
    }

    @Test
    void theOverlayComesWithALegend() throws Exception {
        Module done = run(TestImages.plane(8), Map.of("file", MODEL.toFile(), "output", "overlay"));

        ImagePlus result = (ImagePlus) done.getOutput("mapped");
        assertEquals("plane-restored", result.getTitle());
        assertEquals(1, result.getOverlay().size());
        assertEquals("Legend of plane", ((ImagePlus) done.getOutput("legend")).getTitle());
    }

    @Test
    void aRestorationGivesTheMapsTooIfAskedFor() throws Exception {
        ImagePlus image = TestImages.hyperstack(8);
        ImagePlus alone = (ImagePlus)
                run(image, Map.of("file", MODEL.toFile(), "layers", "dominant")).getOutput("mapped");
        Map<String, Object> inputs = Map.of("image", image, "file", MODEL.toFile(), "maps", "dominant");

        Module done = run(RestoreCommand.class, inputs);

        ImagePlus maps = (ImagePlus) done.getOutput("mapped");
        assertEquals("cells-restored.tif", ((ImagePlus) done.getOutput("restored")).getTitle());
        assertNotNull(done.getOutput("legend"));
        for (int i = 1; i <= alone.getStackSize(); i++)
            assertArrayEquals((float[]) alone.getStack().getPixels(i), (float[])
                    maps.getStack().getPixels(i));
        Module without = run(RestoreCommand.class, Map.of("image", image, "file", MODEL.toFile()));
        assertNull(without.getOutput("mapped"));
        assertNull(without.getOutput("legend"));
    }

    @Test
    void aScriptGetsTheMessageOfAFailureAsAnException() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("model", "no such model"),
                Map.of("file", MODEL.toFile(), "layers", "noise"),
                Map.of("file", MODEL.toFile(), "level", "7"),
                Map.of("file", MODEL.toFile(), "output", "png"))) {
            Exception e = assertThrows(ExecutionException.class, () -> run(TestImages.plane(8), wrong));
            assertTrue(messageOf(e).startsWith("There "), messageOf(e));
        }
        Exception e =
                assertThrows(ExecutionException.class, () -> run(new ImagePlus(), Map.of("file", MODEL.toFile())));
        assertTrue(messageOf(e).startsWith("There is no image to work on"), messageOf(e));
    }

    @Test
    void cancellingTheTaskEndsTheCommandWithoutAResult() throws Exception {
        Object canceller = new RestoreCommandTest.CancelEveryTask();
        context.service(EventService.class).subscribe(canceller);

        Module done = run(TestImages.hyperstack(8), Map.of("file", MODEL.toFile()));

        assertTrue(((Cancelable) done).isCanceled());
        assertNull(done.getOutput("mapped"));
    }

    private Module run(ImagePlus image, Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(inputs);
        all.put("image", image);
        return run(MapsCommand.class, all);
    }
}
