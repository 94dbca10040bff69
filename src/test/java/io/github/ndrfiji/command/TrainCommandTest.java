package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class TrainCommandTest extends CommandTest {

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
}
