package io.github.ndrfiji.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.plugin.frame.Recorder;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.Selection;
import io.github.ndrfiji.restore.RestoreOptions;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user of plain ImageJ: menu, dialog, result, recorder, preview. */
@ExtendWith(OnScreen.class)
class MenuIT {

    private static final Path PHOTO = Path.of("sample-data/photo-noisy.png").toAbsolutePath();

    @TempDir
    Path folder;

    /** As the menu's weights in the annotations say for Fiji. */
    @Test
    void theCommandsAreInTheMenu(ImageJProcess imagej) {
        assertEquals(
                List.of(
                        "Restore...",
                        "Degradation Maps...",
                        "Measure Degradations...",
                        "Identify Degradation...",
                        "Degrade...",
                        "Evaluate...",
                        "Train...",
                        "Models...",
                        "Check Engine..."),
                imagej.ask(() -> List.copyOf(Desk.menu())));
    }

    @Test
    void aPhotographIsRestoredByKeys(ImageJProcess imagej) throws Exception {
        String photo = PHOTO.toString();
        String saved = folder.resolve("by-keys.tif").toString();

        imagej.act(() -> {
            ImagePlus before = Desk.open(photo);
            Desk.openMenu("Restore...");
            Desk.shootMenu("menu");
            User.press(KeyEvent.VK_ENTER);
            Form form = Form.await("Restore");
            Desk.shoot("restore", form.dialog());
            form.choose("Device", "cpu");
            User.press(KeyEvent.VK_ENTER); // as pressing OK
            ImagePlus result = Desk.awaitImage("photo-noisy-restored.png");
            Desk.makeRoom(before);
            Desk.place(result, before, before.getWindow().getWidth(), 0);
            Desk.shoot("restored", before.getWindow(), result.getWindow());
            Desk.save(result, saved);
        });

        Images.assertSame(Images.restored(PHOTO), Path.of(saved));
    }

    @ParameterizedTest
    @EnumSource
    void theResultIsThatOfTheLibrary(Sample sample, ImageJProcess imagej) throws Exception {
        Path path = sample.in(folder);
        String file = path.toString();
        String saved = folder.resolve("by-menu.tif").toString();

        imagej.act(() -> {
            Desk.open(file);
            restoreByMenu();
            Desk.save(Desk.awaitImage(sample.restoredTitle()), saved);
        });

        Images.assertSame(Images.restored(path), Path.of(saved));
    }

    @Test
    void theRecorderWritesWhatMacrosHold(ImageJProcess imagej) throws Exception {
        String file = Sample.BYTES.in(folder).toString();

        String recorded = imagej.ask(() -> {
            Recorder recorder = Desk.recorder();
            Desk.open(file);
            restoreByMenu();
            Desk.awaitImage(Sample.BYTES.restoredTitle());
            Desk.awaitEndOfCommands();
            Await.until("recorded command", () -> recorder.getText().contains("Restore..."));
            Desk.toFront(recorder);
            Desk.shoot("recorder", recorder);
            return recorder.getText();
        });

        assertEquals(
                List.of(Recorded.RESTORE),
                recorded.lines().filter(line -> line.contains("Restore")).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theRecordedMacroGivesTheSame(Sample sample, ImageJProcess imagej) throws Exception {
        Path path = sample.in(folder);
        String file = path.toString();
        Path saved = folder.resolve("by-macro.tif");
        String macro = Recorded.RESTORE + "saveAs('Tiff', '" + saved + "');";

        imagej.act(() -> {
            Desk.open(file);
            Desk.start(macro).join();
        });

        Images.assertSame(Images.restored(path), saved);
    }

    @ParameterizedTest
    @EnumSource
    void theRecordedMacroGivesTheSameInBatchMode(Sample sample, ImageJProcess imagej) throws Exception {
        Path file = sample.in(folder);
        Path saved = folder.resolve("by-macro.tif");
        String macro =
                "setBatchMode(true); open('" + file + "');" + Recorded.RESTORE + "saveAs('Tiff', '" + saved + "');";

        int windows = imagej.ask(() -> {
            Desk.start(macro).join();
            return WindowManager.getImageCount();
        });

        assertEquals(0, windows);
        Images.assertSame(Images.restored(file), saved);
    }

    /** With a window, and with the hidden one of batch mode. */
    @ParameterizedTest
    @ValueSource(strings = {"", "setBatchMode(true);"})
    void theRoisOfTheManagerAreMeasured(String mode, ImageJProcess imagej) throws Exception {
        Path csv = folder.resolve("measured.csv");
        String macro = mode + "open('" + Sample.BYTES.in(folder) + "'); run('Clear Results');"
                + "makeRectangle(1, 2, 10, 5); roiManager('add');"
                + "makeOval(3, 3, 9, 9); Roi.setName('nucleus'); roiManager('add');"
                + "makeRectangle(0, 0, 4, 4);" // the manager goes before
                + "run('Measure Degradations...', 'device=cpu');"
                + "run('Measure Degradations...', 'device=cpu regions=selection');"
                + "saveAs('Results', '" + csv + "'); run('Clear Results'); roiManager('reset');"
                + (mode.isEmpty() ? "selectWindow('ROI Manager'); run('Close');" : "");

        imagej.act(() -> Desk.start(macro).join());

        List<String> lines = Files.readAllLines(csv);
        List<String> heads = List.of(lines.get(0).split(","));
        List<String> pixels = lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> cells[heads.indexOf("ROI")] + " " + cells[heads.indexOf("Pixels")])
                .distinct()
                .toList();
        assertEquals(3, pixels.size(), lines.toString());
        assertTrue(pixels.get(0).endsWith(" 50"), pixels.get(0)); // ImageJ names it by its place
        assertTrue(pixels.get(1).matches("nucleus 6[0-9]"), pixels.get(1)); // 81 pi / 4 is 63.6
        assertEquals("selection 16", pixels.get(2));
    }

    /** The image was opened before batch mode began. */
    @Test
    void batchModeTakesTheImageThatIsOpen(ImageJProcess imagej) throws Exception {
        Path path = Sample.BYTES.in(folder);
        String file = path.toString();
        Path saved = folder.resolve("by-macro.tif");
        String macro = "setBatchMode(true);" + Recorded.RESTORE + "saveAs('Tiff', '" + saved + "');";

        imagej.act(() -> {
            Desk.open(file);
            Desk.start(macro).join();
        });

        Images.assertSame(Images.restored(path), saved);
    }

    @Test
    void thePreviewGoesWithOkAndCancel(ImageJProcess imagej) throws Exception {
        String photo = PHOTO.toString();
        String title = "Before and after: photo-noisy.png";

        int widthOfPreview = imagej.ask(() -> {
            ImagePlus before = Desk.open(photo);
            before.setRoi(100, 60, 120, 90);
            Desk.choose("Restore...");
            Form form = Form.await("Restore").choose("Device", "cpu").tick("Preview");
            ImagePlus preview = Desk.awaitImage(title);
            Desk.makeRoom(before);
            Desk.place(preview, before, 0, before.getWindow().getHeight());
            form.dialog()
                    .setLocation(
                            before.getWindow().getX() + before.getWindow().getWidth(),
                            before.getWindow().getY());
            Desk.shoot("preview", before.getWindow(), form.dialog(), preview.getWindow());
            form.leaveBy("Cancel");
            Await.until("end of the preview", () -> Desk.windows().equals(List.of("photo-noisy.png")));
            Desk.awaitEndOfCommands();

            Desk.choose("Restore...");
            form = Form.await("Restore").choose("Device", "cpu").tick("Preview");
            Desk.awaitImage(title);
            form.leaveBy("OK");
            Desk.awaitImage("photo-noisy-restored.png");
            Await.until("end of the preview", () -> Desk.image(title) == null);
            Desk.awaitEndOfCommands();
            return preview.getWidth();
        });

        assertEquals(2 * 120 + 4, widthOfPreview); // before, a gap of 4 pixels, after
    }

    @Test
    void thePreviewGoesWithItsCheckbox(ImageJProcess imagej) throws Exception {
        String file = Sample.BYTES.in(folder).toString();

        imagej.act(() -> {
            Desk.open(file);
            Desk.choose("Restore...");
            Form form = Form.await("Restore").choose("Device", "cpu").tick("Preview");
            Desk.awaitImage("Before and after: cells8.tif");
            form.tick("Preview");
            Await.until("end of the preview", () -> Desk.image("Before and after: cells8.tif") == null);
            form.leaveBy("Cancel");
        });
    }

    @Test
    void onlyInsideAnOval(ImageJProcess imagej) throws Exception {
        Path path = Sample.COMPOSITE.in(folder);
        String file = path.toString();
        String saved = folder.resolve("oval.tif").toString();
        String title = Sample.COMPOSITE.restoredTitle();

        imagej.act(() -> {
            Desk.open(file).setRoi(new OvalRoi(20, 10, 50, 40));
            Desk.choose("Restore...");
            Form.await("Restore")
                    .choose("Device", "cpu")
                    .tick("Only inside the selection")
                    .leaveBy("OK");
            Desk.save(Desk.awaitImage(title), saved);
        });

        ImagePlus image = ImageFiles.open(path);
        image.setRoi(new OvalRoi(20, 10, 50, 40));
        Images.assertSame(
                Images.restored(image, RestoreOptions.defaults().withRegion(Selection.of(image))), Path.of(saved));
        ImagePlus result = ImageFiles.open(Path.of(saved));
        assertEquals(
                image.getProcessor().get(20, 10), result.getProcessor().get(20, 10)); // the corner of the oval's bounds
        assertTrue(image.getProcessor().get(45, 30) != result.getProcessor().get(45, 30)); // its middle
    }

    /** Chooses Restore... and presses OK. */
    private static void restoreByMenu() throws Exception {
        Desk.choose("Restore...");
        Form.await("Restore").choose("Device", "cpu").leaveBy("OK");
    }
}
