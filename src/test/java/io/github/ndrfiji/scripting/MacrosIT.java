package io.github.ndrfiji.scripting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.Comparison;
import io.github.ndrfiji.command.ImagePlusMeasurer;
import io.github.ndrfiji.command.MeasuredShares;
import io.github.ndrfiji.imagej.DegradationColours;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.RegionChoice;
import io.github.ndrfiji.maps.PlaneShares;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every macro, in plain ImageJ, gives what the library gives. */
class MacrosIT {

    @TempDir
    Path folder;

    private Path images;
    private Path output;

    @BeforeEach
    void writeSamples() throws IOException {
        System.setProperty("NDR_MODELS", folder.resolve("models").toString());
        images = folder.resolve("images");
        output = folder.resolve("result.tif");
        Samples.write(images);
    }

    @AfterEach
    void forgetModels() {
        System.clearProperty("NDR_MODELS");
    }

    private String run(String macro, String argument) throws Exception {
        return MacroRun.run(macro, argument + " device=cpu", folder);
    }

    private String input(String sample) {
        return "input=[" + images.resolve(sample) + "] output=[" + output + "]";
    }

    @Test
    void restoreActiveImage() throws Exception {
        run("Restore_Active_Image.ijm", input(Samples.CELLS) + " range=0:3000");

        ImagePlus expected = Samples.restored(images.resolve(Samples.CELLS), "general", "0:3000");
        Samples.assertSamePixels(expected, ImageFiles.open(output));
        Samples.assertSameMetadata(expected, ImageFiles.open(output));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Restore_Active_Image.ijm", "Restore_Time_Lapse.ijm", "Before_After.ijm"})
    void noMacroReplacesItsInput(String macro) throws Exception {
        Path input = images.resolve(Samples.CELLS);
        byte[] before = Files.readAllBytes(input);

        IOException refused =
                assertThrows(IOException.class, () -> run(macro, "input=[" + input + "] output=[" + input + "]"));

        assertTrue(refused.getMessage().contains("The output would replace the input"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(input));
    }

    /** After a restoration with maps the restored image is the current one; maps and legend are found by their titles. */
    @Test
    void degradationMaps() throws Exception {
        Path macro = folder.resolve("maps.ijm");
        Files.writeString(
                macro,
                """
                open("%s");
                run("Restore...", "device=cpu maps=dominant");
                print("restored: " + getTitle());
                selectImage("photo-maps.tif");
                getDimensions(width, height, channels, slices, frames);
                print("maps: " + width + " " + height + " " + channels + " " + bitDepth());
                print("label: " + getInfo("slice.label"));
                selectImage("Legend of photo.tif");
                selectImage("photo.tif");
                run("Degradation Maps...", "device=cpu layers=top top=2 level=1 output=channels");
                getDimensions(width, height, channels, slices, frames);
                print("channels: " + getTitle() + " " + channels);
                selectImage("photo.tif");
                run("Degradation Maps...", "device=cpu output=overlay");
                print("overlay: " + getTitle() + " " + Overlay.size);
                """
                        .formatted(images.resolve(Samples.PHOTO)));

        String printed = runOther(macro);

        ImagePlus photo = ImageFiles.open(images.resolve(Samples.PHOTO));
        for (String expected : List.of(
                "restored: photo-restored.tif",
                "maps: " + photo.getWidth() + " " + photo.getHeight() + " 1 32",
                "label: dominant degradation",
                "channels: photo-restored-maps.tif 5",
                "overlay: photo-restored.tif 1")) assertTrue(printed.contains(expected), printed);
    }

    /** The areas of the overlay, the selection and the whole image, each with the library's numbers. */
    @Test
    void measureDegradations() throws Exception {
        Path macro = folder.resolve("measure.ijm");
        Files.writeString(
                macro,
                """
                open("%s");
                image = getImageID();
                makeRectangle(2, 3, 20, 10);
                Overlay.addSelection;
                makeOval(10, 8, 15, 15);
                Roi.setName("nucleus");
                Overlay.addSelection;
                run("Measure Degradations...", "device=cpu regions=overlay");
                run("Measure Degradations...", "device=cpu level=1");
                selectImage(image);
                run("Select None");
                run("Measure Degradations...", "device=cpu");
                for (i = 0; i < nResults; i++)
                    print("row: " + getResultString("ROI", i) + " " + getResult("Pixels", i) + " "
                        + getResult("Dominant", i) + " " + d2s(getResult("Entropy", i), 4) + " "
                        + d2s(getResult("A32", i), 4));
                """
                        .formatted(images.resolve(Samples.PHOTO)));

        String printed = runOther(macro);

        ImagePlus photo = ImageFiles.open(images.resolve(Samples.PHOTO));
        photo.setRoi(2, 3, 20, 10);
        String rectangle = row(photo, RegionChoice.SELECTION, AffinityLevel.MEAN);
        Roi oval = new OvalRoi(10, 8, 15, 15);
        oval.setName("nucleus");
        photo.setRoi(oval);
        List<String> rows =
                printed.lines().filter(line -> line.startsWith("row: ")).toList();
        assertEquals(4, rows.size(), printed);
        assertTrue(rows.get(0).endsWith(rectangle.substring("row: selection".length())), rows + rectangle);
        assertEquals(row(photo, RegionChoice.SELECTION, AffinityLevel.MEAN), rows.get(1));
        assertEquals(row(photo, RegionChoice.SELECTION, AffinityLevel.FIRST), rows.get(2));
        assertEquals(row(photo, RegionChoice.IMAGE, AffinityLevel.MEAN), rows.get(3));
    }

    private static String row(ImagePlus image, RegionChoice choice, AffinityLevel level) throws IOException {
        MeasuredShares measured = measured(image, choice, level).get(0);
        PlaneShares shares = measured.shares();
        return String.format(
                Locale.ROOT,
                "row: %s %d %d %.4f %.4f",
                measured.region(),
                shares.pixels(),
                shares.dominant(),
                shares.entropy(),
                shares.shares().get(31));
    }

    private static List<MeasuredShares> measured(ImagePlus image, RegionChoice choice, AffinityLevel level)
            throws IOException {
        try (ImagePlusMeasurer measurer = ImagePlusMeasurer.open("general", "cpu", RestoreOptions.defaults(), level)) {
            return measurer.measure(image, choice, Progress.NONE);
        }
    }

    @Test
    void colourPlateByDegradation() throws Exception {
        Samples.writeBroken(images.resolve("broken.tif"));
        Path plain = images.resolve("plain stack.tif");
        ImagePlus stack = IJ.createImage("stack", "32-bit ramp", 40, 32, 2);
        Arrays.fill((float[]) stack.getStack().getPixels(2), Float.NaN);
        ImageFiles.save(stack, plain);
        stack.getStack().deleteSlice(1);
        ImageFiles.save(new ImagePlus("none", stack.getStack()), images.resolve("without numbers.tif"));
        Path picture = folder.resolve("plate.png");
        Path csv = folder.resolve("plate.csv");

        String printed = run(
                "Colour_Plate_by_Degradation.ijm",
                "input=[" + images + "] output=[" + picture + "] csv=[" + csv + "] tile=64 columns=2 level=1");

        assertTrue(printed.contains("broken.tif: This file cannot be opened as an image."), printed);
        assertTrue(printed.contains("4 of 6 images measured"), printed);
        assertTrue(printed.contains("without numbers.tif: None of its pixels holds a number."), printed);
        ImagePlus plate = ImageFiles.open(picture);
        List<String> names = List.of(
                Samples.CELLS_CLEAN, Samples.CELLS, Samples.PHOTO, "plain stack.tif"); // in ImageJ's order of names
        for (int i = 0; i < 4; i++) {
            int dominant = dominant(
                    measured(ImageFiles.open(images.resolve(names.get(i))), RegionChoice.IMAGE, AffinityLevel.FIRST));
            // frames of 4 pixels around tiles of 64, 8 apart; letters of 9 and 8 more below
            int frame = plate.getProcessor().get(9 + i % 2 * 80, 9 + i / 2 * 89);
            assertEquals(DegradationColours.of(dominant).getRGB(), frame, names.get(i));
        }
        List<String> lines = Files.readAllLines(csv);
        int dominant = Arrays.asList(lines.get(0).split(",")).indexOf("Dominant");
        assertTrue(dominant > 0, lines.get(0));
        List<Double> order = lines.stream()
                .skip(1)
                .map(line -> Double.valueOf(line.split(",")[dominant]))
                .toList();
        assertEquals(12, order.size()); // two stacks of 2 channels and 2 time points, one photograph, 2 planes, 1 plane
        assertEquals(order.stream().sorted().toList(), order);
    }

    /** Of the mean over all planes and channels, which have as many pixels each or none. */
    private static int dominant(List<MeasuredShares> rows) {
        return IntStream.rangeClosed(1, 32)
                .boxed()
                .max(Comparator.comparingDouble(n -> rows.stream()
                        .filter(row -> row.shares().pixels() > 0)
                        .mapToDouble(row -> row.shares().shares().get(n - 1))
                        .sum()))
                .orElseThrow();
    }

    /** The difference is the current image afterwards. */
    @Test
    void whereARestorationHelped() throws Exception {
        Path macro = folder.resolve("helped.ijm");
        Files.writeString(
                macro,
                """
                open("%s");
                degraded = getImageID();
                open("%s");
                reference = getImageID();
                selectImage(degraded);
                run("Restore...", "device=cpu");
                restored = getImageID();
                run("Evaluate...", "image=" + restored + " reference=" + reference + " degraded=" + degraded + " helped=true");
                getMinAndMax(min, max);
                print(getTitle() + ", " + bitDepth() + " bits, symmetric: " + (min == -max && max > 0));
                print("gain above 0: " + (getResult("Gain", nResults - 1) > 0));
                """
                        .formatted(images.resolve(Samples.CELLS), images.resolve(Samples.CELLS_CLEAN)));

        String printed = runOther(macro);

        assertTrue(printed.contains("my cells-restored-difference.tif, 32 bits, symmetric: 1"), printed);
        assertTrue(printed.contains("gain above 0: 1"), printed);
    }

    private String runOther(Path macro) throws Exception {
        return MacroRun.run(Path.of("macros").toAbsolutePath().relativize(macro).toString(), "", folder);
    }

    @Test
    void restoreFolder() throws Exception {
        Path below = Files.createDirectories(images.resolve("below"));
        Files.move(images.resolve(Samples.PHOTO), below.resolve(Samples.PHOTO));
        Files.move(images.resolve(Samples.CELLS_CLEAN), folder.resolve(Samples.CELLS_CLEAN));
        Samples.writeBroken(images.resolve("broken, \"so to say\".tif"));
        Files.writeString(images.resolve("notes.txt"), "no image");
        Path results = images.resolve("results");
        String argument = "input=[" + images + "] output=[" + results + "]";

        String printed = run("Restore_Folder.ijm", argument);

        assertTrue(printed.contains("2 restored, 0 existed already, 1 failed"), printed);
        List<String> lines = Samples.csv(results.resolve("restored.csv"));
        assertEquals("file,status,seconds,message", lines.get(0));
        assertEquals(
                List.of(
                        "\"below/photo.tif\",restored,_,\"\"",
                        "\"broken, \"\"so to say\"\".tif\",failed,_,\"This file cannot be opened as an image.\"",
                        "\"my cells.tif\",restored,_,\"\""),
                lines.subList(1, lines.size()));
        for (String name : List.of(Samples.CELLS, "below/" + Samples.PHOTO))
            Samples.assertSamePixels(Samples.restored(images.resolve(name)), ImageFiles.open(results.resolve(name)));

        Files.delete(results.resolve(Samples.CELLS));
        printed = run("Restore_Folder.ijm", argument + " model=missing");

        assertTrue(printed.contains("0 restored, 1 existed already, 2 failed"), printed);
        lines = Samples.csv(results.resolve("restored.csv"));
        assertEquals("\"below/photo.tif\",exists,_,\"\"", lines.get(1));
        assertTrue(lines.get(3).startsWith("\"my cells.tif\",failed,_,\"There is no model"), lines.get(3));
        assertFalse(Files.exists(results.resolve(Samples.CELLS)));
    }

    @Test
    void restoreTimeLapse() throws Exception {
        run("Restore_Time_Lapse.ijm", input(Samples.CELLS));

        ImagePlus expected = Samples.restored(images.resolve(Samples.CELLS)); // does so too: a range for each channel
        Samples.assertSamePixels(expected, ImageFiles.open(output));
        Samples.assertSameMetadata(expected, ImageFiles.open(output));
    }

    @Test
    void eachChannelOfATimeLapseHasAValueRangeOfItsOwn() throws Exception {
        run("Restore_Time_Lapse.ijm", input(Samples.CELLS) + " ranges=auto,0:900");

        ImagePlus result = ImageFiles.open(output);
        Samples.assertTellsOfEachChannel(result);
        Samples.assertSameChannel(1, Samples.restored(images.resolve(Samples.CELLS)), result);
        Samples.assertSameChannel(2, Samples.restored(images.resolve(Samples.CELLS), "general", "0:900"), result);
    }

    @Test
    void beforeAfter() throws Exception {
        for (String sample : List.of(Samples.CELLS, Samples.PHOTO)) {
            run("Before_After.ijm", input(sample));

            ImagePlus before = ImageFiles.open(images.resolve(sample));
            ImagePlus picture = ImageFiles.open(output);
            assertEquals(2 * before.getWidth(), picture.getWidth());
            assertEquals(before.getHeight(), picture.getHeight());
            assertEquals(2, picture.getOverlay().size());
            Samples.assertShows(before, picture, 0, 0);
            ImagePlus after = Samples.shownLike(before, Samples.restored(images.resolve(sample)));
            Samples.assertShows(after, picture, before.getWidth(), 0);
        }
    }

    /** Of a stack that is no hyperstack, the plane that is shown first and no other. */
    @Test
    void beforeAfterOfAStack() throws Exception {
        ImagePlus stack = IJ.createImage("stack", "8-bit ramp", 40, 32, 3);
        stack.getStack().getProcessor(2).invert();
        stack.getStack().getProcessor(3).invert();
        ImageFiles.save(stack, images.resolve("stack.tif"));

        run("Before_After.ijm", input("stack.tif"));

        ImagePlus picture = ImageFiles.open(output);
        assertEquals(80, picture.getWidth());
        Samples.assertShows(ImageFiles.open(images.resolve("stack.tif")), picture, 0, 0);
    }

    @Test
    void evaluateRestoration() throws Exception {
        Path image = images.resolve(Samples.CELLS);
        Path reference = images.resolve(Samples.CELLS_CLEAN);
        Path csv = folder.resolve("table.csv");

        String printed = run(
                "Evaluate_Restoration.ijm", "image=[" + image + "] reference=[" + reference + "] csv=[" + csv + "]");

        var expected = new Comparison(OptionalDouble.empty(), false)
                .of(ImageFiles.open(image), ImageFiles.open(reference), Progress.NONE);
        assertTrue(
                printed.contains(
                        String.format(Locale.ROOT, "PSNR %.2f dB, SSIM %.4f", expected.psnr(), expected.ssim())),
                printed);
        assertTrue(Files.readAllLines(csv).get(0).contains("PSNR,SSIM"), Files.readString(csv));
    }

    @Test
    void trainOnOpenStacks() throws Exception {
        run(
                "Train_on_Open_Stacks.ijm",
                "degraded=[" + images.resolve(Samples.CELLS) + "] clean=[" + images.resolve(Samples.CELLS_CLEAN)
                        + "] name=my-cells steps=2 output=[" + output + "]");

        assertTrue(Files.exists(folder.resolve("models/my-cells.ndr")));
        Samples.assertSamePixels(
                Samples.restored(images.resolve(Samples.CELLS), "my-cells", "auto"), ImageFiles.open(output));
    }

    @Test
    void trainOnFolders() throws Exception {
        Path degraded = folder.resolve("the degraded");
        Path clean = folder.resolve("the clean");
        Samples.writePairs(degraded, clean);

        run(
                "Train_on_Folders.ijm",
                "degraded=[" + degraded + "] clean=[" + clean
                        + "] fit=true name=my-cells preset=[a quick look] steps=2");

        assertTrue(Files.exists(folder.resolve("models/my-cells-report.html")));
        assertEquals(Samples.trained(degraded, clean), Samples.weights("my-cells"));
    }

    @Test
    void aFailingCommandStopsTheMacro() {
        IOException e = assertThrows(
                IOException.class, () -> run("Restore_Active_Image.ijm", input(Samples.CELLS) + " model=missing"));

        assertTrue(e.getMessage().contains("There is no model and no file called 'missing'"), e.getMessage());
        assertFalse(Files.exists(output));
    }
}
