package io.github.ndrfiji.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.Duplicator;
import ij.plugin.frame.Recorder;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.model.Checkpoint;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.restore.RestoreOptions;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A user who trains a model: dialog, window of the training, and what becomes of it. */
@ExtendWith(OnScreen.class)
class TrainIT {

    /** Of a small screen, less the bars of a desktop. */
    private static final Dimension LARGEST = new Dimension(1024, 700);

    private static final String SMALL = "crop=32 batch=1";
    private static final String LONG = SMALL + " validate-every=20 average=0.9";

    /** More than anybody waits for. */
    private static final String MANY = "20000";

    @TempDir
    Path folder;

    private String noisy;
    private String clean;

    @BeforeEach
    void writeAPair() throws IOException {
        noisy = write("noisy", "cells-noisy.tif", 96);
        clean = write("clean", "cells-clean.tif", 96);
    }

    private String write(String name, String sample, int width) throws IOException {
        ImagePlus whole = ImageFiles.open(Path.of("sample-data", sample));
        whole.setRoi(20, 20, width, 80);
        ImagePlus part = new Duplicator().run(whole);
        part.deleteRoi();
        Path file = folder.resolve(name + ".tif");
        ImageFiles.save(part, file);
        return file.toString();
    }

    /** Where the models of the user of this ImageJ lie. */
    private static Path models(ImageJProcess imagej) {
        return Path.of(imagej.ask(() -> System.getenv("NDR_MODELS")));
    }

    /** Fills the dialog for a small network that begins with random weights. */
    private static Form fill(String degraded, String clean, String name, String steps, String settings)
            throws InterruptedException {
        Desk.choose("Train...");
        return Form.await("Train")
                .choose("Degraded stack", degraded)
                .choose("Clean stack", clean)
                .type("Name of the new model", name)
                .choose("From scratch", "tiny")
                .type("Steps (0 = as above)", steps)
                .type("More settings", settings)
                .choose("Device", "cpu");
    }

    @Test
    void theDialogFitsASmallScreen(ImageJProcess imagej) {
        String before = clean;
        String after = noisy;

        Dimension size = imagej.ask(() -> {
            Desk.open(before);
            Desk.open(after);
            Form form = fill("noisy.tif", "clean.tif", "my-cells", "500", "crop=32 patience=5");
            Desk.shoot("train-filled", form.dialog());
            form.press("Help");
            java.awt.Dialog help = Desk.awaitDialog("Train Help");
            Desk.shoot("train-help", help);
            help.dispose();
            form.leaveBy("Cancel");
            return form.dialog().getSize();
        });

        assertTrue(size.width <= LARGEST.width && size.height <= LARGEST.height, size.toString());
    }

    @Test
    void aTrainingIsWatchedAndFinishedAndItsModelUsedAtOnce(ImageJProcess imagej) throws Exception {
        String before = clean;
        String after = noisy;
        Path restored = folder.resolve("restored.tif");
        String saved = restored.toString();

        List<String> buttons = imagej.ask(() -> {
            Desk.open(before);
            ImagePlus image = Desk.open(after);
            fill("noisy.tif", "clean.tif", "watched", MANY, LONG).leaveBy("OK");
            LiveWindow live = LiveWindow.await("watched");
            Desk.shoot("training-begins", live.frame());
            live.awaitStep(150);
            Desk.toFront(live.frame());
            Desk.shoot("training", live.frame());
            live.press("Finish now");
            live.awaitText("The model 'watched' is now among those of Restore....");
            Desk.awaitEndOfCommands();
            Desk.toFront(live.frame());
            Desk.shoot("training-finished", live.frame());
            List<String> left = new java.util.ArrayList<>(live.buttons());

            Desk.toFront(image.getWindow());
            Await.until("current image", () -> WindowManager.getCurrentImage() == image);
            Desk.choose("Restore...");
            Form.await("Restore")
                    .choose("Model", "watched")
                    .choose("Device", "cpu")
                    .leaveBy("OK");
            Desk.save(Desk.awaitImage("noisy-restored.tif"), saved);
            live.press("Close");
            Await.until("end of the window", () -> LiveWindow.open().isEmpty());
            return left;
        });

        assertEquals(List.of("Show report", "Close"), buttons);
        Path models = models(imagej);
        assertTrue(ModelBundle.read(models.resolve("watched.ndr")).provenance().steps() < Integer.parseInt(MANY));
        assertTrue(Files.exists(models.resolve("watched-report.html")));
        System.setProperty("NDR_MODELS", models.toString());
        try {
            ImagePlus image = ImageFiles.open(Path.of(noisy));
            Images.assertSame(Images.restored("watched", image, RestoreOptions.defaults()), restored);
        } finally {
            System.clearProperty("NDR_MODELS");
        }
    }

    @Test
    void aCancelledTrainingGoesOn(ImageJProcess imagej) throws Exception {
        String before = clean;
        String after = noisy;

        imagej.act(() -> {
            Desk.open(before);
            ImagePlus image = Desk.open(after);
            fill("noisy.tif", "clean.tif", "later", MANY, LONG).leaveBy("OK");
            LiveWindow live = LiveWindow.await("later");
            live.awaitStep(25);
            live.press("Cancel");
            live.awaitText("Cancelled.");
            Desk.awaitEndOfCommands();
            Desk.shoot("training-cancelled", live.frame());
            if (!Desk.dialogs().isEmpty()) throw new AssertionError(Desk.describe());
            live.press("Close");
            Await.until("end of the window", () -> LiveWindow.open().isEmpty());
            Desk.toFront(image.getWindow());
        });
        Path models = models(imagej);
        assertFalse(Files.exists(models.resolve("later.ndr")));
        Instant started = Checkpoint.read(models.resolve("later.checkpoint"))
                .model()
                .provenance()
                .started();

        imagej.act(() -> {
            fill("noisy.tif", "clean.tif", "later", MANY, LONG).leaveBy("OK");
            LiveWindow live = LiveWindow.await("later");
            live.awaitStep(1);
            live.press("Finish now");
            live.awaitText("The model 'later' is now");
            Desk.awaitEndOfCommands();
        });

        ModelBundle model = ModelBundle.read(models.resolve("later.ndr"));
        assertEquals(started, model.provenance().started());
    }

    @Test
    void stacksThatDoNotMatchAreRefusedByAMessage(ImageJProcess imagej) throws Exception {
        String narrow = write("narrow", "cells-clean.tif", 64);
        String after = noisy;

        List<String> message = imagej.ask(() -> {
            Desk.open(narrow);
            Desk.open(after);
            fill("noisy.tif", "narrow.tif", "none", "2", SMALL).leaveBy("OK");
            List<String> text = Desk.readMessage("NDR Restore", "train-sizes");
            Desk.awaitEndOfCommands();
            Await.until("end of the window", () -> LiveWindow.open().isEmpty());
            return text;
        });

        String text = String.join(" ", message);
        assertTrue(text.startsWith("'noisy.tif' has 96 x 80 pixels"), text);
        assertTrue(text.endsWith("both stacks must match plane by plane."), text);
        assertFalse(Files.exists(models(imagej).resolve("none.checkpoint")));
    }

    @Test
    void swappedPairsAreRefusedByAMessage(ImageJProcess imagej) {
        String before = clean;
        String after = noisy;

        List<String> message = imagej.ask(() -> {
            Desk.open(before);
            Desk.open(after);
            fill("clean.tif", "noisy.tif", "swapped", "2", SMALL).leaveBy("OK");
            List<String> text = Desk.readMessage("NDR Restore", "train-swapped");
            Desk.awaitEndOfCommands();
            Await.until("end of the window", () -> LiveWindow.open().isEmpty());
            return text;
        });

        String text = String.join(" ", message);
        assertTrue(text.contains("seem to be swapped: exchange them."), text);
        assertFalse(Files.exists(models(imagej).resolve("swapped.checkpoint")));
    }

    @Test
    void theRecordedMacroLearnsTheSameAndLeavesNoWindow(ImageJProcess imagej) throws Exception {
        String before = clean;
        String after = noisy;

        String recorded = imagej.ask(() -> {
            Recorder recorder = Desk.recorder();
            Desk.open(before);
            Desk.open(after);
            fill("noisy.tif", "clean.tif", "recorded", "2", SMALL).leaveBy("OK");
            LiveWindow.await("recorded").awaitText("The model 'recorded' is now");
            Await.until("recorded command", () -> recorder.getText().contains("Train..."));
            Desk.awaitEndOfCommands();
            return recorder.getText()
                    .lines()
                    .filter(line -> line.contains("Train..."))
                    .findFirst()
                    .orElseThrow();
        });
        imagej.clear();

        assertEquals(Recorded.TRAIN, recorded);
        String images = "open('" + clean + "'); open('" + noisy + "');";
        String plain = images + Recorded.TRAIN.replace("name=recorded", "name=played");
        String batch = "setBatchMode(true);" + images + Recorded.TRAIN.replace("name=recorded", "name=batch");
        List<List<String>> windows = imagej.ask(() -> List.of(
                LiveWindow.openedDuring(() -> Desk.start(plain).join()),
                List.copyOf(LiveWindow.open()),
                LiveWindow.openedDuring(() -> Desk.start(batch).join())));

        assertEquals(List.of(List.of("Training played"), List.of(), List.of()), windows);
        Path models = models(imagej);
        for (String again : List.of("played.ndr", "batch.ndr"))
            assertEquals(
                    ModelBundle.read(models.resolve("recorded.ndr")).weights(),
                    ModelBundle.read(models.resolve(again)).weights());
    }
}
