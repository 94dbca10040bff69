package io.github.ndrfiji.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.text.TextWindow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The dialogs of the commands: what they ask and offer. Cancel leaves nothing. */
@ExtendWith(OnScreen.class)
class DialogsIT {

    @TempDir
    Path folder;

    /** Opens a dialog with two images open, of which the latter is the active one, and cancels it. */
    private Seen see(ImageJProcess imagej, String label, String title, List<String> images) throws Exception {
        String first = Sample.BYTES.in(folder).toString();
        String second = Sample.COMPOSITE.in(folder).toString();
        List<String> asked = List.copyOf(images);
        return imagej.ask(() -> {
            Desk.open(first);
            Desk.open(second);
            Desk.choose(label);
            Form form = Form.await(title);
            Desk.shoot(title.toLowerCase(java.util.Locale.ROOT), form.dialog());
            List<String> chosen = new java.util.ArrayList<>();
            for (String each : asked) chosen.add(form.chosen(each));
            List<String> labels = new java.util.ArrayList<>(form.labels());
            form.leaveBy("Cancel");
            Desk.awaitEndOfCommands();
            return new Seen(labels, chosen, new java.util.ArrayList<>(Desk.windows()));
        });
    }

    private record Seen(List<String> labels, List<String> chosen, List<String> windowsAfter)
            implements java.io.Serializable {}

    private static void assertNothingIsLeft(Seen seen) {
        assertEquals(
                List.of("cells16.tif", "cells8.tif"),
                seen.windowsAfter().stream().sorted().toList());
    }

    @Test
    void restore(ImageJProcess imagej) throws Exception {
        Seen seen = see(imagej, "Restore...", "Restore", List.of());

        assertEquals(
                List.of(
                        "Model:",
                        "Model file:",
                        "Device:",
                        "Value range:",
                        "Channels are red, green, blue",
                        "Only inside the selection",
                        "Preview",
                        "Degradation maps:"),
                seen.labels());
        assertNothingIsLeft(seen);
    }

    @Test
    void degradationMaps(ImageJProcess imagej) throws Exception {
        Seen seen = see(imagej, "Degradation Maps...", "Degradation Maps", List.of("Layers", "Level", "Output"));

        assertEquals(List.of("affinities", "mean", "hyperstack"), seen.chosen());
        assertNothingIsLeft(seen);
    }

    @Test
    void measureDegradations(ImageJProcess imagej) throws Exception {
        Seen seen = see(imagej, "Measure Degradations...", "Measure Degradations", List.of("Level", "Regions"));

        assertEquals(List.of("mean", "auto"), seen.chosen());
        assertNothingIsLeft(seen);
    }

    @Test
    void degradeOffersNoReferenceAtFirst(ImageJProcess imagej) throws Exception {
        Seen seen = see(imagej, "Degrade...", "Degrade", List.of("Reference image", "Depth image"));

        assertEquals(List.of("none", "none"), seen.chosen());
        assertNothingIsLeft(seen);
    }

    @Test
    void evaluateOffersTheActiveImageAndAnother(ImageJProcess imagej) throws Exception {
        Seen seen = see(imagej, "Evaluate...", "Evaluate", List.of("Image", "Reference", "Degraded image"));

        assertEquals(List.of("cells16.tif", "cells8.tif", "none"), seen.chosen());
        assertNothingIsLeft(seen);
    }

    @Test
    void trainOffersTheActiveImageAndAnother(ImageJProcess imagej) throws Exception {
        Seen seen = see(imagej, "Train...", "Train", List.of("Degraded stack", "Clean stack"));

        assertEquals(List.of("cells16.tif", "cells8.tif"), seen.chosen());
        assertNothingIsLeft(seen);
    }

    @Test
    void models(ImageJProcess imagej) throws Exception {
        assertNothingIsLeft(see(imagej, "Models...", "Models", List.of()));
    }

    @Test
    void modelsListsTheShippedModel(ImageJProcess imagej) {
        String text = imagej.ask(() -> {
            Desk.choose("Models...");
            Form.await("Models").leaveBy("OK");
            TextWindow window = Desk.awaitText("Models");
            Desk.shoot("models-list", window);
            return window.getTextPanel().getText();
        });

        assertTrue(text.startsWith("general"), text);
    }

    @Test
    void modelsShowsACard(ImageJProcess imagej) {
        String text = imagej.ask(() -> {
            Desk.choose("Models...");
            Form.await("Models").choose("Do", "card").leaveBy("OK");
            TextWindow window = Desk.awaitText("Models");
            Desk.shoot("models-card", window);
            return window.getTextPanel().getText();
        });

        assertTrue(text.contains("general"), text);
    }

    @Test
    void checkEngineShowsItsReport(ImageJProcess imagej) {
        String text = imagej.ask(() -> {
            Desk.choose("Check Engine...");
            Form.await("Check Engine").leaveBy("OK");
            TextWindow window = Desk.awaitText("Check Engine");
            Desk.shoot("check-engine", window);
            return window.getTextPanel().getText();
        });

        assertTrue(text.contains("libtorch"), text);
        assertTrue(text.contains("cpu"), text);
    }

    @Test
    void helpExplainsEveryField(ImageJProcess imagej) throws Exception {
        String file = Sample.BYTES.in(folder).toString();

        imagej.act(() -> {
            Desk.open(file);
            Desk.choose("Restore...");
            Form form = Form.await("Restore");
            form.press("Help");
            java.awt.Dialog help = Desk.awaitDialog("Restore Help");
            Desk.shoot("help", help);
            help.dispose();
            form.leaveBy("Cancel");
        });
    }
}
