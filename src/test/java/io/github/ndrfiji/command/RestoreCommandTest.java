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
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.object.ObjectService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

class RestoreCommandTest {

    private static final String MODEL = "src/test/resources/bundles/format-1.ndr";

    @TempDir
    Path models;

    private Context context;
    private CommandService commands;

    @BeforeEach
    void startSciJava() {
        System.setProperty("NDR_MODELS", models.toString());
        context = new Context();
        commands = context.service(CommandService.class);
        context.service(LogService.class).setLevel(LogLevel.NONE); // SciJava logs what the tests expect to fail
    }

    @AfterEach
    void stopSciJava() {
        context.dispose();
        System.clearProperty("NDR_MODELS");
    }

    @Test
    void theResultIsThatOfTheLibrary() throws Exception {
        ImagePlus image = TestImages.hyperstack(16);
        ImagePlus expected;
        try (ImagePlusRestorer restorer = ImagePlusRestorer.open(MODEL, "cpu", RestoreOptions.defaults())) {
            expected = restorer.restore(image, Progress.NONE);
        }

        ImagePlus result = (ImagePlus)
                run(image, Map.of("file", new File(MODEL), "device", "cpu")).getOutput("restored");

        assertEquals("cells-restored.tif", result.getTitle());
        assertArrayEquals(image.getDimensions(), result.getDimensions());
        for (int i = 1; i <= image.getStackSize(); i++)
            assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[])
                    result.getStack().getPixels(i));
    }

    @Test
    void theModelsToChooseFromAreThoseOfTheRegistry() throws Exception {
        Files.copy(Path.of(MODEL), models.resolve("cells.ndr"));

        Module done = run(TestImages.plane(8), Map.of("model", "cells"));

        List<ModelName> choices = context.service(ObjectService.class).getObjects(ModelName.class);
        assertTrue(choices.contains(new ModelName("cells")), choices.toString());
        ImagePlus result = (ImagePlus) done.getOutput("restored");
        assertTrue(result.getInfoProperty().contains("NDR model: "), result.getInfoProperty());
    }

    @Test
    void theRangeIsUsed() throws Exception {
        Module done = run(TestImages.plane(16), Map.of("file", new File(MODEL), "range", "0:200"));

        ImagePlus result = (ImagePlus) done.getOutput("restored");
        assertTrue(result.getInfoProperty().contains("NDR value range: 0:200\n"), result.getInfoProperty());
    }

    @Test
    void aScriptGetsTheMessageOfAFailureAsAnException() {
        Exception e = assertThrows(
                ExecutionException.class, () -> run(TestImages.plane(8), Map.of("model", "no such model")));

        assertTrue(rootMessage(e).startsWith("There is no model and no file called 'no such model'"), rootMessage(e));
    }

    @Test
    void anImageWithoutPixelsIsRefused() {
        Exception e =
                assertThrows(ExecutionException.class, () -> run(new ImagePlus(), Map.of("file", new File(MODEL))));

        assertTrue(rootMessage(e).startsWith("There is no image to work on"), rootMessage(e));
    }

    @Test
    void cancellingTheTaskEndsTheCommandWithoutAResult() throws Exception {
        Object canceller = new CancelEveryTask();
        context.service(EventService.class).subscribe(canceller);

        Module done = run(TestImages.hyperstack(8), Map.of("file", new File(MODEL)));

        assertTrue(((Cancelable) done).isCanceled());
        assertNull(done.getOutput("restored"));
    }

    private Module run(ImagePlus image, Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(inputs);
        all.put("image", image);
        return commands.run(RestoreCommand.class, true, all).get();
    }

    private static String rootMessage(Throwable e) {
        return e.getCause() == null ? e.getMessage() : rootMessage(e.getCause());
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
