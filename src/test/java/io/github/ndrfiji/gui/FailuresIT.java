package io.github.ndrfiji.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.plugin.Duplicator;
import io.github.ndrfiji.imagej.ImageFiles;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What users see when something is missing or wrong, and when they change their mind. */
@ExtendWith(OnScreen.class)
class FailuresIT {

    @TempDir
    Path folder;

    /** One that takes some seconds to restore. */
    private Path large() throws IOException {
        ImagePlus photo = ImageFiles.open(Path.of("sample-data/photo-noisy.png"));
        ImagePlus large = new ImagePlus("large", photo.getProcessor().resize(640, 480));
        ImageFiles.save(large, folder.resolve("large.tif"));
        return folder.resolve("large.tif");
    }

    @Test
    void withoutAnImageThereIsOneMessage(ImageJProcess imagej) {
        List<String> message = imagej.ask(() -> {
            Desk.choose("Restore...");
            List<String> text = Desk.readMessage("NDR Restore", "no-image");
            Desk.awaitEndOfCommands();
            if (!Desk.windows().isEmpty()) throw new AssertionError(Desk.describe());
            return text;
        });

        assertEquals(List.of("There is no image open; open one first."), message);
    }

    @Test
    void withoutAnImageAMacroStops(ImageJProcess imagej) {
        Path reached = folder.resolve("reached");

        String message = messageOf(imagej, Recorded.RESTORE, reached, "macro-no-image");

        assertTrue(message.startsWith("There is no image open; open one first.  in line 1"), message);
        assertFalse(Files.exists(reached));
    }

    @Test
    void aWrongModelStopsAMacro(ImageJProcess imagej) throws Exception {
        Path reached = folder.resolve("reached");
        String macro = "open('" + Sample.BYTES.in(folder) + "');" + Recorded.RESTORE.replace("general", "nonsense");

        String message = messageOf(imagej, macro, reached, "macro-wrong-model");

        assertTrue(message.contains("nonsense"), message);
        assertFalse(Files.exists(reached));
    }

    @Test
    void aWrongRangeStopsAMacro(ImageJProcess imagej) throws Exception {
        Path reached = folder.resolve("reached");
        String macro = "open('" + Sample.BYTES.in(folder) + "');" + Recorded.RESTORE.replace("range=auto", "range=9:1");

        String message = messageOf(imagej, macro, reached, "macro-wrong-range");

        assertTrue(message.contains("9:1"), message);
        assertFalse(Files.exists(reached));
    }

    private static String messageOf(ImageJProcess imagej, String macro, Path reached, String screenshot) {
        String andThen = macro + "File.saveString('', '" + reached + "');";
        return imagej.ask(() -> {
            Thread running = Desk.start(andThen);
            String text = String.join(" ", Desk.readMessage("Macro Error", screenshot));
            running.join();
            Desk.awaitEndOfCommands();
            if (!Desk.dialogs().isEmpty()) throw new AssertionError(Desk.describe());
            return text;
        });
    }

    @Test
    void escapeInTheMiddleLeavesNothing(ImageJProcess imagej) throws Exception {
        String file = large().toString();

        List<String> windows = imagej.ask(() -> {
            ImagePlus image = Desk.open(file);
            Desk.choose("Restore...");
            Form.await("Restore").choose("Device", "cpu").leaveBy("OK");
            Desk.awaitMiddleOfRestoration();
            Desk.toFront(image.getWindow());
            User.press(KeyEvent.VK_ESCAPE);
            Desk.awaitEndOfCommands();
            User.rest();
            return new ArrayList<>(Desk.windows());
        });

        assertEquals(List.of("large.tif"), windows);
    }

    @Test
    void cancelOfTheDialogLeavesNothing(ImageJProcess imagej) throws Exception {
        String file = Sample.BYTES.in(folder).toString();

        List<String> windows = imagej.ask(() -> {
            Desk.open(file);
            Desk.choose("Restore...");
            Form.await("Restore").leaveBy("Cancel");
            Desk.awaitEndOfCommands();
            return new ArrayList<>(Desk.windows());
        });

        assertEquals(List.of("cells8.tif"), windows);
    }

    @Test
    void theResultComesThoughItsInputIsClosed(ImageJProcess imagej) throws Exception {
        ImagePlus stack =
                new Duplicator().run(ImageFiles.open(Path.of("sample-data/cells-noisy.tif")), 1, 2, 1, 3, 1, 1);
        Path path = folder.resolve("stack.tif");
        ImageFiles.save(stack, path);
        String file = path.toString();
        String saved = folder.resolve("saved.tif").toString();

        imagej.act(() -> {
            ImagePlus image = Desk.open(file);
            Desk.choose("Restore...");
            Form.await("Restore").choose("Device", "cpu").leaveBy("OK");
            Desk.awaitMiddleOfRestoration();
            EventQueue.invokeAndWait(() -> image.getWindow().close());
            Desk.save(Desk.awaitImage("stack-restored.tif"), saved);
        });

        Images.assertSame(Images.restored(path), Path.of(saved));
    }
}
