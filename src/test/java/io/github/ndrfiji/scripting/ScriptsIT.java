package io.github.ndrfiji.scripting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.Comparison;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/** Every script, through SciJava as in Fiji, gives what the library gives. */
class ScriptsIT {

    @TempDir
    Path folder;

    private Path images;
    private Path output;
    private Context context;
    private ScriptService scripts;

    @BeforeEach
    void startSciJava() throws IOException {
        System.setProperty("NDR_MODELS", folder.resolve("models").toString());
        images = folder.resolve("images");
        output = folder.resolve("result.tif");
        Samples.write(images);
        context = new Context();
        context.service(LogService.class).setLevel(LogLevel.NONE); // SciJava logs what the tests expect to fail
        scripts = context.service(ScriptService.class);
        scripts.addAlias(ImagePlus.class); // as Fiji does
    }

    @AfterEach
    void stopSciJava() {
        context.dispose();
        System.clearProperty("NDR_MODELS");
    }

    /** @throws IOException if the script ended with an exception, which SciJava only prints */
    private Module run(String script, Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(inputs);
        if (!script.startsWith("Evaluate")) all.put("device", "cpu");
        ModuleService modules = context.service(ModuleService.class);
        ScriptModule module = (ScriptModule) modules.createModule(scripts.getScript(new File("scripts", script)));
        StringWriter errors = new StringWriter();
        module.setErrorWriter(errors);
        modules.run(module, true, all).get();
        if (!errors.toString().isBlank()) throw new IOException(errors.toString());
        return module;
    }

    private File file(String sample) {
        return images.resolve(sample).toFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void restoreActiveImage(String language) throws Exception {
        ImagePlus image = ImageFiles.open(images.resolve(Samples.CELLS));

        Module done = run("Restore_Active_Image." + language, Map.of("image", image, "range", "0:3000"));

        ImagePlus expected = Samples.restored(images.resolve(Samples.CELLS), "general", "0:3000");
        ImagePlus restored = (ImagePlus) done.getOutput("restored");
        Samples.assertSamePixels(expected, restored);
        Samples.assertSameMetadata(expected, restored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void everyTypeOfImageGivesTheSame(String language) throws Exception {
        for (String sample : List.of(Samples.writeBytes(images), Samples.CELLS, Samples.PHOTO)) {
            ImagePlus image = ImageFiles.open(images.resolve(sample));

            Module done = run("Restore_Active_Image." + language, Map.of("image", image));

            Samples.assertSamePixels(Samples.restored(images.resolve(sample)), (ImagePlus) done.getOutput("restored"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void aFailureIsAnException(String language) throws Exception {
        ImagePlus image = ImageFiles.open(images.resolve(Samples.CELLS));

        IOException e = assertThrows(
                IOException.class,
                () -> run("Restore_Active_Image." + language, Map.of("image", image, "model", "missing")));

        assertTrue(e.getMessage().contains("There is no model and no file called 'missing'"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void restoreFolder(String language) throws Exception {
        Path below = Files.createDirectories(images.resolve("below"));
        Files.move(images.resolve(Samples.PHOTO), below.resolve(Samples.PHOTO));
        Files.move(images.resolve(Samples.CELLS_CLEAN), folder.resolve(Samples.CELLS_CLEAN));
        Files.writeString(images.resolve("notes.txt"), "no image");
        Path results = images.resolve("results");
        Map<String, Object> inputs = Map.of("input", images.toFile(), "output", results.toFile());

        Module done = run("Restore_Folder." + language, inputs);

        assertEquals(
                "2 restored, 0 existed already, 0 failed; see " + results + "/restored.csv", done.getOutput("summary"));
        assertEquals(
                List.of(
                        "file,status,seconds,message",
                        "\"below/photo.tif\",restored,_,\"\"",
                        "\"my cells.tif\",restored,_,\"\""),
                Samples.csv(results.resolve("restored.csv")));
        for (String name : List.of(Samples.CELLS, "below/" + Samples.PHOTO))
            Samples.assertSamePixels(Samples.restored(images.resolve(name)), ImageFiles.open(results.resolve(name)));

        Files.delete(results.resolve(Samples.CELLS));
        Samples.writeBroken(images.resolve("broken, \"so to say\".tif"));
        Map<String, Object> failing = new HashMap<>(inputs);
        failing.put("model", "missing");
        IOException e = assertThrows(IOException.class, () -> run("Restore_Folder." + language, failing));

        assertTrue(e.getMessage().contains("0 restored, 1 existed already, 2 failed"), e.getMessage());
        List<String> lines = Samples.csv(results.resolve("restored.csv"));
        assertEquals("\"below/photo.tif\",exists,_,\"\"", lines.get(1));
        assertEquals(
                "\"broken, \"\"so to say\"\".tif\",failed,_,\"This file cannot be opened as an image.\"", lines.get(2));
        assertTrue(lines.get(3).startsWith("\"my cells.tif\",failed,_,\"There is no model"), lines.get(3));
        assertFalse(Files.exists(results.resolve(Samples.CELLS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void restoreTimeLapse(String language) throws Exception {
        run("Restore_Time_Lapse." + language, Map.of("input", file(Samples.CELLS), "output", output.toFile()));

        ImagePlus expected = Samples.restored(images.resolve(Samples.CELLS)); // does so too: a range for each channel
        Samples.assertSamePixels(expected, ImageFiles.open(output));
        Samples.assertSameMetadata(expected, ImageFiles.open(output));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void eachChannelOfATimeLapseHasAValueRangeOfItsOwn(String language) throws Exception {
        Module done = run(
                "Restore_Time_Lapse." + language,
                Map.of("input", file(Samples.CELLS), "output", output.toFile(), "ranges", "auto, 0:900"));

        ImagePlus result = (ImagePlus) done.getOutput("restored");
        Samples.assertTellsOfEachChannel(result);
        assertEquals("my cells-restored.tif", result.getTitle());
        Samples.assertSameChannel(1, Samples.restored(images.resolve(Samples.CELLS)), result);
        Samples.assertSameChannel(2, Samples.restored(images.resolve(Samples.CELLS), "general", "0:900"), result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void beforeAfter(String language) throws Exception {
        output = folder.resolve("result.png");
        for (String sample : List.of(Samples.CELLS, Samples.PHOTO)) {
            run("Before_After." + language, Map.of("input", file(sample), "output", output.toFile()));

            ImagePlus before = ImageFiles.open(images.resolve(sample));
            ImagePlus picture = ImageFiles.open(output);
            assertEquals(2 * before.getWidth(), picture.getWidth());
            int line = picture.getHeight() - before.getHeight();
            Samples.assertShows(before, picture, 0, line);
            ImagePlus after = Samples.shownLike(before, Samples.restored(images.resolve(sample)));
            Samples.assertShows(after, picture, before.getWidth(), line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void evaluateRestoration(String language) throws Exception {
        Module done = run(
                "Evaluate_Restoration." + language,
                Map.of("image", file(Samples.CELLS), "reference", file(Samples.CELLS_CLEAN)));

        var expected = new Comparison(OptionalDouble.empty(), false)
                .of(
                        ImageFiles.open(images.resolve(Samples.CELLS)),
                        ImageFiles.open(images.resolve(Samples.CELLS_CLEAN)),
                        Progress.NONE);
        assertEquals(expected.psnr(), done.getOutput("psnr"));
        assertEquals(expected.ssim(), done.getOutput("ssim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void trainOnOpenStacks(String language) throws Exception {
        Module done = run(
                "Train_on_Open_Stacks." + language,
                Map.of(
                        "degraded",
                        file(Samples.CELLS),
                        "clean",
                        file(Samples.CELLS_CLEAN),
                        "name",
                        "my-cells",
                        "steps",
                        2));

        assertTrue(done.getOutput("card").toString().startsWith("# my-cells"));
        assertTrue(Files.exists(folder.resolve("models/my-cells.ndr")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "js"})
    void trainOnFolders(String language) throws Exception {
        Path degraded = folder.resolve("the degraded");
        Path clean = folder.resolve("the clean");
        Samples.writePairs(degraded, clean);

        Module done = run(
                "Train_on_Folders." + language,
                Map.of(
                        "degraded",
                        degraded.toFile(),
                        "clean",
                        clean.toFile(),
                        "fit",
                        true,
                        "name",
                        "my-cells",
                        "preset",
                        "a quick look",
                        "steps",
                        2));

        assertTrue(done.getOutput("card").toString().startsWith("# my-cells"));
        assertTrue(Files.exists(Path.of(done.getOutput("report").toString())));
        assertEquals(Samples.trained(degraded, clean), Samples.weights("my-cells"));
    }
}
