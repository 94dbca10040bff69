package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.train.TrainSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest extends CommandTest {

    @TempDir
    Path images;

    /** A small model with both networks, under the name "start". */
    private void installStart() throws Exception {
        ModelBundle small = ModelBundle.read(MODEL);
        try (Ndr networks = Ndr.random(small.info().network(), Device.cpu(), new SplittableRandom(3))) {
            NamedArrays weights = NamedArrays.of(networks.weights(), Ndr.parameterShapes(networks.config()));
            new ModelBundle(small.info(), weights, small.provenance(), small.card(), small.fingerprints())
                    .write(models.resolve("start.ndr"));
        }
    }

    private static ImagePlus stack(String title, int seed) {
        ImagePlus stack = IJ.createImage(title, 24, 24, 12, 8);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 1; i <= stack.getStackSize(); i++) {
            byte[] plane = (byte[]) stack.getStack().getPixels(i);
            for (int p = 0; p < plane.length; p++) plane[p] = (byte) (100 + random.nextInt(50));
        }
        return stack;
    }

    @Test
    void aModelIsTrainedAndInstalled() throws Exception {
        installStart();

        String card = (String) run(
                        TrainCommand.class,
                        Map.of(
                                "degraded",
                                stack("noisy", 1),
                                "clean",
                                stack("clean", 2),
                                "name",
                                "mine",
                                "model",
                                "start",
                                "steps",
                                2,
                                "device",
                                "cpu"))
                .getOutput("card");

        assertTrue(card.startsWith("# mine"), card);
        ModelBundle trained = ModelRegistry.standard().open("mine");
        assertEquals(2, trained.provenance().steps());
        assertTrue(Files.exists(models.resolve("mine.checkpoint")));
        assertTrue(Files.exists(models.resolve("mine-report.html")));
        assertTrue(Files.exists(models.resolve("mine-losses.csv")));
        assertTrue(Files.exists(models.resolve("mine-validation.csv")));
    }

    @Test
    void aNameThatIsTakenIsRefusedBeforeTheTraining() throws Exception {
        installStart();
        Map<String, Object> inputs =
                Map.of("degraded", stack("noisy", 1), "clean", stack("clean", 2), "model", "start");

        assertEquals(
                "There is a model 'start' already; choose another name, or remove it by Models....",
                failure(inputs, "start"));
        assertEquals("There is a model 'general' already; choose another name.", failure(inputs, "general"));
    }

    private String failure(Map<String, Object> inputs, String name) {
        Map<String, Object> all = new HashMap<>(inputs);
        all.put("name", name);
        return messageOf(assertThrows(ExecutionException.class, () -> run(TrainCommand.class, all)));
    }

    @Test
    void stacksOfDifferentTypesAreRefused() throws Exception {
        installStart();
        ImagePlus deep = IJ.createImage("deep", 24, 24, 12, 16);

        Exception e = assertThrows(
                ExecutionException.class,
                () -> run(
                        TrainCommand.class,
                        Map.of("degraded", stack("noisy", 1), "clean", deep, "model", "start", "name", "new")));

        assertEquals(
                "'noisy' has 8 bits and 'deep' 16, or their values are calibrated differently; convert both by Image >"
                        + " Type > 32-bit.",
                messageOf(e));
    }

    @Test
    void stacksThatDoNotMatchAreRefused() throws Exception {
        installStart();
        ImagePlus short1 = IJ.createImage("short", 24, 24, 3, 8);

        Exception e = assertThrows(
                ExecutionException.class,
                () -> run(
                        TrainCommand.class,
                        Map.of("degraded", stack("noisy", 1), "clean", short1, "model", "start", "device", "cpu")));

        assertEquals(
                "'noisy' has 24 x 24 pixels, channels: 1, planes: 12, but 'short' has 24 x 24 pixels, channels: 1,"
                        + " planes: 3; both stacks must match plane by plane.",
                messageOf(e));
        try (var files = Files.list(models)) {
            assertEquals(1, files.map(Path::getFileName).count());
        }
    }

    /** A folder of one stack of some planes. */
    private File folder(String name, ImagePlus stack) throws IOException {
        Path folder = Files.createDirectories(images.resolve(name));
        ImageFiles.save(stack, folder.resolve("cells.tif"));
        return folder.toFile();
    }

    /** Trains for two steps from the model "start", or as the inputs say. */
    private ModelBundle train(Map<String, Object> inputs) throws Exception {
        run(TrainCommand.class, withDefaults(inputs));
        return ModelRegistry.standard().open("new");
    }

    private static Map<String, Object> withDefaults(Map<String, Object> inputs) {
        Map<String, Object> all = new HashMap<>(Map.of("name", "new", "model", "start", "steps", 2, "device", "cpu"));
        all.putAll(inputs);
        return all;
    }

    /** That there is neither a model nor a checkpoint of it. */
    private void assertRefused(String expected, Map<String, Object> inputs) throws Exception {
        Exception e = assertThrows(ExecutionException.class, () -> run(TrainCommand.class, withDefaults(inputs)));
        assertEquals(expected, messageOf(e));
        try (var files = Files.list(models)) {
            assertEquals(
                    List.of("start.ndr"),
                    files.map(path -> path.getFileName().toString()).toList());
        }
    }

    private static ImagePlus times(double factor, ImagePlus stack) {
        for (int i = 1; i <= stack.getStackSize(); i++)
            stack.getStack().getProcessor(i).multiply(factor);
        return stack;
    }

    @Test
    void foldersAreAsGoodAsStacks() throws Exception {
        installStart();
        File degraded = folder("short", stack("", 1));
        File clean = folder("long", stack("", 2));

        ModelBundle trained = train(Map.of("degradedfolder", degraded, "cleanfolder", clean));

        assertEquals(
                "Trained on pairs of the folder 'short' and the folder 'long'.",
                trained.info().description());
        assertEquals(
                List.of(12L, 12L),
                trained.provenance().data().stream()
                        .map(Provenance.DataSource::files)
                        .toList());
    }

    @Test
    void brightnessThatDiffersCanBeMatched() throws Exception {
        installStart();
        File degraded = folder("short", stack("", 1));
        File brighter = folder("long", times(1.5, stack("", 2)));
        Map<String, Object> inputs = Map.of("degradedfolder", degraded, "cleanfolder", brighter);

        ModelBundle asIs = train(inputs);
        Map<String, Object> fitting = new HashMap<>(inputs);
        fitting.putAll(Map.of("fit", true, "name", "fitted"));
        run(TrainCommand.class, withDefaults(fitting));

        assertNotEquals(asIs.weights(), ModelRegistry.standard().open("fitted").weights());
    }

    @Test
    void twoNoisyImagesOfEachSceneWillDo() throws Exception {
        installStart();

        ModelBundle trained =
                train(Map.of("data", "noisy and noisy", "degraded", stack("a", 1), "clean", stack("b", 2)));

        assertEquals(
                "Trained on the noisy pairs of 'a' and 'b'.", trained.info().description());
    }

    @Test
    void cleanImagesAreDegradedSynthetically() throws Exception {
        installStart();

        ModelBundle trained = train(Map.of(
                "data", "clean and synthetic", "clean", stack("scenes", 1), "degradations", "2*noise:10-30 clean"));

        assertEquals(
                "Trained on 'scenes' with 2*noise:10-30 clean.", trained.info().description());
        assertEquals(List.of("noise", "clean"), trained.info().degradations());
    }

    @Test
    void randomWeightsAreABeginningToo() throws Exception {
        installStart();

        ModelBundle trained =
                train(Map.of("degraded", stack("noisy", 1), "clean", stack("clean", 2), "scratch", "tiny"));

        assertEquals(NetworkConfig.tiny(1), trained.info().network());
    }

    @Test
    void aCheckpointIsABeginningToo() throws Exception {
        installStart();
        Map<String, Object> images = Map.of("degraded", stack("noisy", 1), "clean", stack("clean", 2));
        train(images);
        Files.delete(models.resolve("start.ndr")); // is not needed any more
        Map<String, Object> inputs = new HashMap<>(images);
        inputs.putAll(Map.of("file", models.resolve("new.checkpoint").toFile(), "name", "further"));

        run(TrainCommand.class, withDefaults(inputs));

        String card = ModelRegistry.standard().open("further").card();
        assertTrue(card.contains("beginning with the weights of 'new' after 2 steps"), card);
    }

    @Test
    void settingsAreThoseOfTheCommandLine() throws Exception {
        installStart();

        ModelBundle trained = train(Map.of(
                "degraded", stack("noisy", 1), "clean", stack("clean", 2), "settings", "crop=16 loss=L2", "seed", 7));

        assertEquals(7, trained.provenance().seed());
        assertEquals("16", trained.provenance().settings().get("crop"));
        assertEquals("L2", trained.provenance().settings().get("loss"));
    }

    @Test
    void settingsThatAreNotPossibleAreExplained() throws Exception {
        installStart();
        Map<String, String> messages = Map.of(
                "crop", "'crop' in 'crop' is no new NAME=VALUE; write the settings like crop=128 loss=L2.",
                "crop=12", "The crop is 12; it must be a multiple of 8, such as 64.",
                "batch=many", "The setting batch is 'many'; it must be a whole number.",
                "loss=L3", "The setting loss is 'L3'; it must be one of [L1, L2].",
                "speed=9",
                        "There is no setting 'speed'; take of "
                                + String.join(
                                        ", ",
                                        TrainSettings.of(NetworkConfig.tiny(1), 2)
                                                .named()
                                                .keySet())
                                + ".");
        for (Map.Entry<String, String> each : messages.entrySet())
            assertRefused(
                    each.getValue(),
                    Map.of("degraded", stack("noisy", 1), "clean", stack("clean", 2), "settings", each.getKey()));
    }

    @Test
    void aStackAndAFolderAreTooMuch() throws Exception {
        installStart();
        File degraded = folder("short", stack("", 1));

        assertRefused(
                "The degraded images are both a stack and a folder; set the stack to none, or the folder to nothing.",
                Map.of("degraded", stack("noisy", 1), "degradedfolder", degraded, "clean", stack("clean", 2)));
    }

    @Test
    void withoutImagesThereIsNothingToLearnFrom() throws Exception {
        installStart();

        assertRefused(
                "The degraded images are missing; choose an open stack or a folder.", Map.of("clean", stack("", 1)));
        assertRefused(
                "The clean images are missing; choose an open stack or a folder.", Map.of("degraded", stack("", 1)));
        assertRefused(
                "The clean images are missing; choose an open stack or a folder.",
                Map.of("data", "clean and synthetic", "degraded", stack("", 1)));
    }

    @Test
    void aStackAndAFolderAreNoPairs() throws Exception {
        installStart();
        File clean = folder("long", stack("", 2));

        assertRefused(
                "'noisy' and the folder 'long' cannot be paired; choose two stacks or two folders.",
                Map.of("degraded", stack("noisy", 1), "cleanfolder", clean));
    }

    /** Nothing is left that would be in the way of another training of that name. */
    @Test
    void aModelThatIsRemovedCanBeTrainedAnew() throws Exception {
        installStart();
        Map<String, Object> images = Map.of("degraded", stack("noisy", 1), "clean", stack("clean", 2));
        train(images);
        run(ModelsCommand.class, Map.of("action", "remove", "model", "new"));
        try (var files = Files.list(models)) {
            assertEquals(
                    List.of("start.ndr"),
                    files.map(path -> path.getFileName().toString()).toList());
        }
        Map<String, Object> other = new HashMap<>(images);
        other.put("seed", 2);

        assertEquals(2, train(other).provenance().seed());
    }
}
