package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.File;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.scijava.Cancelable;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;
import org.scijava.object.ObjectService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

class RestoreCommandTest extends CommandTest {

    @Test
    void theResultIsThatOfTheLibrary() throws Exception {
        ImagePlus image = TestImages.hyperstack(16);
        ImagePlus expected;
        try (ImagePlusRestorer restorer = ImagePlusRestorer.open(MODEL.toString(), "cpu", RestoreOptions.defaults())) {
            expected = restorer.restore(image, Progress.NONE);
        }

        ImagePlus result = (ImagePlus)
                run(image, Map.of("file", MODEL.toFile(), "device", "cpu")).getOutput("restored");

        assertEquals("cells-restored.tif", result.getTitle());
        assertArrayEquals(image.getDimensions(), result.getDimensions());
        for (int i = 1; i <= image.getStackSize(); i++)
            assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[])
                    result.getStack().getPixels(i));
    }

    @Test
    void theModelsToChooseFromAreThoseOfTheRegistry() throws Exception {
        Files.copy(MODEL, models.resolve("cells.ndr"));

        Module done = run(TestImages.plane(8), Map.of("model", "cells"));

        List<ModelName> choices = context.service(ObjectService.class).getObjects(ModelName.class);
        assertTrue(choices.contains(new ModelName("cells")), choices.toString());
        ImagePlus result = (ImagePlus) done.getOutput("restored");
        assertTrue(result.getInfoProperty().contains("NDR model: "), result.getInfoProperty());
    }

    @Test
    void theRangeIsUsed() throws Exception {
        Module done = run(TestImages.plane(16), Map.of("file", MODEL.toFile(), "range", "0:200"));

        ImagePlus result = (ImagePlus) done.getOutput("restored");
        assertTrue(result.getInfoProperty().contains("NDR value range: 0:200\n"), result.getInfoProperty());
    }

    @Test
    void aScriptGetsTheMessageOfAFailureAsAnException() {
        Exception e = assertThrows(
                ExecutionException.class, () -> run(TestImages.plane(8), Map.of("model", "no such model")));

        assertTrue(messageOf(e).startsWith("There is no model and no file called 'no such model'"), messageOf(e));
    }

    @Test
    void anImageWithoutPixelsIsRefused() {
        Exception e =
                assertThrows(ExecutionException.class, () -> run(new ImagePlus(), Map.of("file", MODEL.toFile())));

        assertTrue(messageOf(e).startsWith("There is no image to work on"), messageOf(e));
    }

    @Test
    void cancellingTheTaskEndsTheCommandWithoutAResult() throws Exception {
        Object canceller = new CancelEveryTask();
        context.service(EventService.class).subscribe(canceller);

        Module done = run(TestImages.hyperstack(8), Map.of("file", MODEL.toFile()));

        assertTrue(((Cancelable) done).isCanceled());
        assertNull(done.getOutput("restored"));
    }

    @Test
    void onlyTheSelectionIsRestoredIfAskedFor() throws Exception {
        ImagePlus image = TestImages.hyperstack(8);
        ImagePlus whole = (ImagePlus) run(image, Map.of("file", MODEL.toFile())).getOutput("restored");
        image.setRoi(2, 3, 5, 4);

        ImagePlus part = (ImagePlus)
                run(image, Map.of("file", MODEL.toFile(), "roi", true)).getOutput("restored");

        for (int i = 1; i <= image.getStackSize(); i++)
            for (int y = 0; y < image.getHeight(); y++)
                for (int x = 0; x < image.getWidth(); x++) {
                    ImagePlus expected = x >= 2 && x < 7 && y >= 3 && y < 7 ? whole : image;
                    assertEquals(
                            expected.getStack().getProcessor(i).get(x, y),
                            part.getStack().getProcessor(i).get(x, y));
                }
    }

    /** As a macro's {@code file=[]} gives one in Fiji. */
    @Test
    void aFileWithoutAPathIsNone() throws Exception {
        Files.copy(MODEL, models.resolve("cells.ndr"));

        Module done = run(TestImages.plane(8), Map.of("model", "cells", "file", new File("")));

        assertEquals("plane-restored", ((ImagePlus) done.getOutput("restored")).getTitle());
    }

    @Test
    void theSelectionMustBeThereIfAskedFor() {
        Exception e = assertThrows(
                ExecutionException.class, () -> run(TestImages.plane(8), Map.of("file", MODEL.toFile(), "roi", true)));

        assertEquals(
                "'plane' has no selection; draw one, such as a rectangle, or restore the whole image.", messageOf(e));
    }

    private Module run(ImagePlus image, Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(inputs);
        all.put("image", image);
        return run(RestoreCommand.class, all);
    }

    /** A user who clicks Cancel beside every task. */
    public static final class CancelEveryTask {
        @EventHandler
        public void onEvent(TaskEvent event) {
            Task task = event.getTask();
            if (!task.isCanceled() && !task.isDone()) task.cancel("enough");
        }
    }
}
