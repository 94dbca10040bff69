package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.model.ModelBundle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DegradeTest {

    /** Networks of random numbers: they show that everything runs, not that it degrades well. */
    private static final Path MODEL = Path.of("src", "test", "resources", "bundles", "format-1.ndr");

    @TempDir
    Path folder;

    @Test
    void aStackKeepsItsTypeAndMetadata() throws IOException {
        Path input = save("cells.tif", TestImages.hyperstack(16));
        Path output = folder.resolve("noisy.tif");

        Call call = Call.ndr("degrade", input, "-o", output, "--with", "noise:25", "--range", "0:200");

        assertEquals(0, call.code(), call.err());
        assertTrue(call.err().contains("became its smallest or largest value"), call.err());
        ImagePlus noisy = ImageFiles.open(output);
        assertEquals(16, noisy.getBitDepth());
        assertEquals("micron", noisy.getCalibration().getUnit());
        assertEquals("label 5", noisy.getStack().getSliceLabel(5));
        assertTrue(noisy.getInfoProperty().contains("NDR degradations: [noise:25]"), noisy.getInfoProperty());
    }

    @Test
    void degradationsAreAppliedInTheirOrderAndTheSeedCounts() throws IOException {
        Path input = save("plane.tif", TestImages.plane(32));

        byte[][] results = new byte[3][];
        for (int i = 0; i < 3; i++) {
            Path output = folder.resolve("out" + i + ".tif");
            Call call = Call.ndr(
                    "degrade", input, "-o", output, "--with", "stripes:20", "--with", "noise:5", "--seed", i / 2, "-q");
            assertEquals(new Call(0, "", ""), call);
            ImagePlus result = ImageFiles.open(output);
            result.setProperty("Info", null);
            ImageFiles.save(result, output);
            results[i] = Files.readAllBytes(output);
        }

        assertArrayEquals(results[0], results[1]);
        assertFalse(java.util.Arrays.equals(results[1], results[2]));
    }

    @Test
    void filesOfAFolderGoToAFolderUnderTheirNames() throws IOException {
        save("in/a.png", TestImages.plane(8));
        save("in/b.tif", TestImages.hyperstack(8));
        Files.writeString(folder.resolve("in/notes.txt"), "not an image");
        Path output = folder.resolve("out");

        Call call = Call.ndr("degrade", folder.resolve("in"), "-o", output, "--with", "noise:5");

        assertEquals(0, call.code(), call.err());
        assertEquals(List.of("a.png", "b.tif"), names(output));
    }

    @Test
    void imagesOfAFolderGetDifferentNoise() throws IOException {
        save("in/a.tif", TestImages.plane(32));
        save("in/b.tif", TestImages.plane(32));
        Path output = folder.resolve("out");

        Call.ndr("degrade", folder.resolve("in"), "-o", output, "--with", "noise:5");

        assertFalse(java.util.Arrays.equals(
                (float[])
                        ImageFiles.open(output.resolve("a.tif")).getProcessor().getPixels(),
                (float[])
                        ImageFiles.open(output.resolve("b.tif")).getProcessor().getPixels()));
    }

    @Test
    void aFileThatFailsDoesNotStopTheOthers() throws IOException {
        Path good = save("good.png", TestImages.plane(8));
        Path bad = Files.writeString(folder.resolve("bad.png"), "no image");
        Path output = folder.resolve("out");

        Call call = Call.ndr("degrade", "-q", bad, good, "-o", output, "--with", "noise:5");

        assertEquals(1, call.code());
        assertEquals(List.of("good.png"), names(output));
        assertEquals(
                "ndr: '" + bad
                        + "' cannot be opened as an image; give a TIFF, PNG, JPEG, GIF, BMP, PGM, FITS or"
                        + " DICOM file.\nndr: 1 of 2 images failed.\n",
                call.err());
    }

    @Test
    void anExistingOutputIsRefusedBeforeAnyWork() throws IOException {
        save("in/a.png", TestImages.plane(8));
        save("in/b.png", TestImages.plane(8));
        Path existing = save("out/b.png", TestImages.plane(8));

        Call call = Call.ndr("degrade", folder.resolve("in"), "-o", folder.resolve("out"), "--with", "noise:5");

        assertEquals(new Call(1, "", "ndr: '" + existing + "' exists already; add --overwrite to replace it.\n"), call);
        assertEquals(List.of("b.png"), names(folder.resolve("out")));
    }

    @Test
    void overwriteReplaces() throws IOException {
        Path input = save("a.png", TestImages.plane(8));
        Path existing = Files.writeString(folder.resolve("b.png"), "old");

        assertEquals(
                0,
                Call.ndr("degrade", input, "-o", existing, "--with", "clean", "--overwrite")
                        .code());

        assertEquals(8, ImageFiles.open(existing).getBitDepth());
    }

    @Test
    void anInterruptedFolderIsGoneOnWith() throws IOException {
        for (String name : List.of("a", "b", "c")) save("in/" + name + ".tif", TestImages.plane(32));
        Object[] call = {"degrade", folder.resolve("in"), "--with", "noise:5", "-o"};
        assertEquals(0, Call.ndr(with(call, folder.resolve("whole"))).code());
        Path output = folder.resolve("out");
        assertEquals(0, Call.ndr(with(call, output)).code());
        byte[] kept = Files.readAllBytes(output.resolve("a.tif"));
        Files.delete(output.resolve("b.tif"));

        assertEquals(1, Call.ndr(with(call, output)).code());
        Call goneOn = Call.ndr(with(call, output, "--skip-existing"));

        assertEquals(0, goneOn.code(), goneOn.err());
        assertTrue(
                goneOn.err().contains("a.tif: left out, since '" + output.resolve("a.tif") + "' exists already"),
                goneOn.err());
        assertArrayEquals(kept, Files.readAllBytes(output.resolve("a.tif")));
        assertArrayEquals(
                (float[]) ImageFiles.open(folder.resolve("whole/b.tif"))
                        .getProcessor()
                        .getPixels(),
                (float[])
                        ImageFiles.open(output.resolve("b.tif")).getProcessor().getPixels(),
                "its noise is that of its place among all");
        assertEquals(
                2,
                Call.ndr(with(call, output, "--skip-existing", "--overwrite")).code());
    }

    private static Object[] with(Object[] call, Object... more) {
        return Stream.concat(Stream.of(call), Stream.of(more)).toArray();
    }

    @Test
    void aDamagedFileOfAFolderIsToldAndAHiddenOneIsNot() throws IOException {
        save("in/good.png", TestImages.plane(8));
        Files.writeString(folder.resolve("in/bad.tif"), "no image");
        Files.writeString(folder.resolve("in/._good.png"), "what some systems keep");
        Path output = folder.resolve("out");

        Call call = Call.ndr("degrade", "-q", folder.resolve("in"), "-o", output, "--with", "noise:5");

        assertEquals(1, call.code());
        assertEquals(List.of("good.png"), names(output));
        assertTrue(call.err().startsWith("ndr: '" + folder.resolve("in/bad.tif") + "' cannot be opened"), call.err());
        assertTrue(call.err().endsWith("ndr: 1 of 2 images failed.\n"), call.err());
    }

    @Test
    void aFolderIsNotNamedAsAFile() throws IOException {
        Path image = save("a.png", TestImages.plane(8));
        Path other = save("b.png", TestImages.plane(8));
        Path output = folder.resolve("out.tif");

        Call call = Call.ndr("degrade", image, other, "-o", output, "--with", "noise:5");

        assertEquals(
                new Call(
                        1,
                        "",
                        "ndr: '" + output
                                + "' is named as a file; the results of several images need a folder. Name one,"
                                + " such as restored/.\n"),
                call);
        assertFalse(Files.exists(output));
    }

    @Test
    void anInputIsNeverReplaced() throws IOException {
        Path input = save("a.png", TestImages.plane(8));

        Call call = Call.ndr("degrade", input, "-o", folder, "--with", "clean", "--overwrite");

        assertEquals(
                new Call(1, "", "ndr: '" + input + "' is input and output; give the output another name or folder.\n"),
                call);
    }

    @Test
    void aMissingFolderForTheOutputIsRefused() throws IOException {
        Path input = save("a.png", TestImages.plane(8));
        Path output = folder.resolve("missing/b.png");

        Call call = Call.ndr("degrade", input, "-o", output, "--with", "clean");

        assertEquals(
                new Call(1, "", "ndr: The folder '" + output.getParent() + "' does not exist; make it first.\n"), call);
    }

    @Test
    void twoInputsOfOneNameAreRefused() throws IOException {
        Path first = save("one/a.png", TestImages.plane(8));
        Path second = save("two/a.png", TestImages.plane(8));

        Call call = Call.ndr("degrade", first, second, "-o", folder.resolve("out"), "--with", "clean");

        assertEquals(1, call.code());
        assertTrue(call.err().contains("would both be"), call.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aFormatThatCannotHoldTheImageIsRefused() throws IOException {
        Path input = save("cells.tif", TestImages.hyperstack(8));
        Path output = folder.resolve("cells.png");

        Call call = Call.ndr("degrade", input, "-o", output, "--with", "clean");

        assertEquals(
                new Call(
                        1,
                        "",
                        "ndr: A PNG file cannot hold an image of 8 bits and 12 planes ('cells.png'); use a name that ends"
                                + " in .tif.\n"),
                call);
        assertFalse(Files.exists(output));
    }

    @Test
    void anUnknownFormatIsRefused() throws IOException {
        Path input = save("a.png", TestImages.plane(8));

        Call call = Call.ndr("degrade", input, "-o", folder.resolve("b.bmp"), "--with", "clean");

        assertEquals(
                new Call(
                        2,
                        "",
                        "ndr: Images cannot be stored as 'b.bmp'; let the name end in .tif, .png or .jpg.\n"
                                + "Try 'ndr help degrade'.\n"),
                call);
    }

    @Test
    void aFloatingPointResultInAPngIsRefusedBeforeAnyWork() throws IOException {
        Path input = Files.writeString(folder.resolve("a.png"), "never opened");

        Call call = Call.ndr("degrade", input, "-o", folder.resolve("b.png"), "--with", "clean", "--float");

        assertEquals(
                new Call(
                        2,
                        "",
                        "ndr: A PNG file cannot hold 32-bit values ('b.png'); use a name that ends in .tif.\n"
                                + "Try 'ndr help degrade'.\n"),
                call);
    }

    @Test
    void floatingPointResultsOfAFolderBecomeTiffs() throws IOException {
        save("in/a.png", TestImages.plane(8));
        save("in/b.jpg", TestImages.plane(8));
        Path output = folder.resolve("out");

        Call call = Call.ndr("degrade", folder.resolve("in"), "-o", output, "--with", "noise:5", "--float");

        assertEquals(0, call.code(), call.err());
        assertEquals(List.of("a.tif", "b.tif"), names(output));
        assertEquals(32, ImageFiles.open(output.resolve("a.tif")).getBitDepth());
    }

    @Test
    void sixteenBitColoursOfAPngBecomeATiff() throws IOException {
        ComponentColorModel deep = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        BufferedImage colours = new BufferedImage(deep, deep.createCompatibleWritableRaster(16, 16), false, null);
        Path input = Files.createDirectory(folder.resolve("in"));
        ImageIO.write(colours, "png", input.resolve("a.png").toFile());
        Path output = folder.resolve("out");

        Call call = Call.ndr("degrade", input, "-o", output, "--with", "clean");

        assertEquals(0, call.code(), call.err());
        assertEquals(List.of("a.tif"), names(output));
        assertEquals(3, ImageFiles.open(output.resolve("a.tif")).getNChannels());
    }

    @Test
    void imagesAreDegradedLikeAReference() throws IOException {
        save("in/a.png", TestImages.plane(8));
        save("in/b.tif", TestImages.hyperstack(16));
        Path reference = save("noisy.tif", TestImages.plane(16));
        Path output = folder.resolve("out");

        Call call = Call.ndr(
                "degrade",
                "-q",
                folder.resolve("in"),
                "-o",
                output,
                "--like",
                reference,
                "--model",
                MODEL,
                "--device",
                "cpu",
                "--range",
                "0:100");

        assertEquals(new Call(0, "", ""), call);
        assertEquals(List.of("a.png", "b.tif"), names(output));
        ImagePlus stack = ImageFiles.open(output.resolve("b.tif"));
        assertEquals(12, stack.getStackSize());
        String info = stack.getInfoProperty();
        assertTrue(info.contains("\nNDR model: format-1\nNDR device: cpu\n"), info);
        assertTrue(info.endsWith("\nNDR reference: noisy.tif\nNDR value range of the reference: 0:100"), info);
        assertFalse(java.util.Arrays.equals(
                (short[]) TestImages.hyperstack(16).getStack().getPixels(1),
                (short[]) stack.getStack().getPixels(1)));
    }

    @Test
    void aModelThatCannotDegradeIsAWrongCall() throws IOException {
        Path input = save("a.png", TestImages.plane(8));
        Path restoring = folder.resolve("restoring.ndr");
        ModelBundle.read(MODEL).forRestoring().write(restoring);
        Path output = folder.resolve("b.png");

        Call call = Call.ndr("degrade", input, "-o", output, "--like", input, "--model", restoring);

        assertEquals(2, call.code());
        assertTrue(call.err().startsWith("ndr: Degrading like a reference needs a model that has learned"), call.err());
        assertFalse(Files.exists(output));
    }

    @Test
    void aMissingReferenceIsNamed() throws IOException {
        Path input = save("a.png", TestImages.plane(8));
        Path reference = folder.resolve("none.png");

        Call call = Call.ndr("degrade", input, "-o", folder.resolve("b.png"), "--like", reference);

        assertEquals(new Call(1, "", "ndr: '" + reference + "' is not a file; check the path of the image.\n"), call);
    }

    @Test
    void aDepthImageIsNeverReplaced() throws IOException {
        Path input = save("a.png", TestImages.plane(8));
        Path depth = save("depth.png", TestImages.plane(8));

        Call call = Call.ndr("degrade", input, "-o", depth, "--with", "haze:1", "--depth", depth, "--overwrite");

        assertEquals(
                new Call(1, "", "ndr: '" + depth + "' is input and output; give the output another name or folder.\n"),
                call);
    }

    @Test
    void aReferenceIsNeverReplaced() throws IOException {
        Path input = save("a.png", TestImages.plane(8));
        Path reference = save("b.png", TestImages.plane(8));

        Call call = Call.ndr("degrade", input, "-o", reference, "--like", reference, "--overwrite");

        assertEquals(
                new Call(
                        1,
                        "",
                        "ndr: '" + reference + "' is input and output; give the output another name or folder.\n"),
                call);
    }

    @Test
    void anInterruptLeavesNoFile() throws IOException {
        Path input = save("a.png", TestImages.plane(8));
        Path output = folder.resolve("b.png");
        Interrupt interrupt = Interrupt.manual();
        interrupt.request();

        Call call = Call.interruptedBy(interrupt, "degrade", input, "-o", output, "--with", "noise:5");

        assertEquals(new Call(130, "", "ndr: Cancelled by the user.\n"), call);
        assertEquals(List.of("a.png"), names(folder));
    }

    private Path save(String name, ImagePlus image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageFiles.save(image, file);
        return file;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aChainIsItsLinksInTheirOrder() throws IOException {
        Path input = save("cells.tif", TestImages.hyperstack(16));
        Path chained = folder.resolve("chained.tif");
        Path apart = folder.resolve("apart.tif");

        assertEquals(
                0,
                Call.ndr("degrade", input, "-o", chained, "--with", "haze:0.6-2+noise:0-20")
                        .code());
        assertEquals(
                0,
                Call.ndr("degrade", input, "-o", apart, "--with", "haze:0.6-2", "--with", "noise:0-20")
                        .code());

        for (int i = 1; i <= 3; i++)
            assertArrayEquals((short[]) ImageFiles.open(apart).getStack().getPixels(i), (short[])
                    ImageFiles.open(chained).getStack().getPixels(i));
    }

    /** All at the farthest point of beta ln 2: half of the light is the airlight. */
    @Test
    void depthsAreFoundByName() throws IOException {
        Files.createDirectories(folder.resolve("scenes"));
        Files.createDirectories(folder.resolve("depths"));
        for (String name : List.of("a", "b")) {
            save("scenes/" + name + ".tif", ij.IJ.createImage(name, "32-bit black", 16, 16, 1));
            ImagePlus depth = ij.IJ.createImage(name, "8-bit black", 16, 16, 1);
            depth.getProcessor().set(3, 3, name.equals("a") ? 1 : 200);
            depth.getProcessor().set(4, 4, name.equals("a") ? 0 : 100);
            save("depths/" + name + ".png", depth);
        }

        Call call = Call.ndr(
                "degrade",
                folder.resolve("scenes"),
                "-o",
                folder.resolve("hazy"),
                "--range",
                "0:1",
                "--with",
                "haze:" + Math.log(4) + ",airlight=1",
                "--depth",
                folder.resolve("depths"));

        assertEquals(0, call.code(), call.err());
        // 1 - 4^-d
        for (String name : List.of("a", "b")) {
            ImagePlus hazy = ImageFiles.open(folder.resolve("hazy/" + name + ".tif"));
            assertEquals(0, hazy.getProcessor().getf(0, 0), 1e-6);
            assertEquals(0.75, hazy.getProcessor().getf(3, 3), 1e-6);
            assertEquals(name.equals("a") ? 0 : 0.5, hazy.getProcessor().getf(4, 4), 1e-6);
        }
    }

    @Test
    void aMissingDepthImageIsNamed() throws IOException {
        Path input = save("cells.tif", TestImages.hyperstack(16));
        Files.createDirectories(folder.resolve("depths"));
        save("depths/other.tif", TestImages.hyperstack(16));

        Call call = Call.ndr(
                "degrade",
                input,
                "-o",
                folder.resolve("x.tif"),
                "--with",
                "haze:1",
                "--depth",
                folder.resolve("depths"));

        assertTrue(call.err().contains("There is no depth image for '" + input + "'"), call.err());
    }
}
