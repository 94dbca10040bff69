package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.LUT;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void tiffKeepsPixelsAndMetadata(int bitDepth) throws IOException {
        ImagePlus image = TestImages.hyperstack(bitDepth);

        assertSame(image, saveAndOpen(image, "cells.tif"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void aLargeTiffStaysOnDiskAndKeepsItsMetadata(int bitDepth) throws IOException {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        ImageFiles.save(image, folder.resolve("cells.tif"));

        ImagePlus read = ImageFiles.open(folder.resolve("cells.tif"), 1000);

        assertTrue(read.getStack().isVirtual());
        assertSame(image, read);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void bigTiffKeepsPixelsAndMetadata(int bitDepth) throws IOException {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        Path file = folder.resolve("cells.tif");
        BigTiffWriter.write(image, file);

        assertTrue(ImageFiles.isImage(file));
        assertTrue(ImageFiles.isTiffStack(file));
        ImagePlus read = ImageFiles.open(file);

        assertTrue(read.getStack().isVirtual());
        assertSame(image, read);
    }

    @Test
    void aTiffOfPagesOfSeveralSizesIsRefused() throws IOException {
        Path file = folder.resolve("pages.tif");
        ByteBuffer pages = ByteBuffer.allocate(1000)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8);
        page(pages, 4, 3, true);
        page(pages, 2, 2, false);
        Files.write(file, Arrays.copyOf(pages.array(), pages.position()));

        Exception e = assertThrows(IOException.class, () -> ImageFiles.open(file));

        assertEquals(
                "'" + file + "' holds 2 images, but only 1 can be opened together, because they differ in size or type;"
                        + " save those that you want as files of their own.",
                e.getMessage());
    }

    /** A directory for 8-bit pixels, and these. */
    private static void page(ByteBuffer file, int width, int height, boolean more) {
        int[][] entries = {
            {256, width},
            {257, height},
            {258, 8},
            {259, 1},
            {262, 1},
            {273, 0},
            {277, 1},
            {278, height},
            {279, width * height}
        };
        int pixels = file.position() + 2 + 12 * entries.length + 4;
        file.putShort((short) entries.length);
        for (int[] entry : entries)
            file.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[0] == 273 ? pixels : entry[1]);
        file.putInt(more ? pixels + width * height : 0);
        file.put(new byte[width * height]);
    }

    private static void assertSame(ImagePlus image, ImagePlus read) {
        assertSamePixels(image, read);
        assertArrayEquals(image.getDimensions(), read.getDimensions());
        assertTrue(read.isHyperStack());
        assertTrue(read.getCalibration().equals(image.getCalibration()));
        assertEquals(30, read.getCalibration().frameInterval);
        assertEquals("Objective: 63x", read.getInfoProperty());
        assertEquals("DAPI", read.getProp("Stain"));
        assertEquals("label 5", read.getStack().getSliceLabel(5));
        assertEquals(new Rectangle(2, 3, 5, 4), read.getRoi().getBounds());
        assertEquals("nucleus", read.getOverlay().get(0).getName());
        if (image.getBitDepth() == 24) return;
        LUT magenta = ((CompositeImage) read).getChannelLut(2);
        assertEquals(Color.MAGENTA.getRGB(), magenta.getRGB(255));
        assertEquals(5, magenta.min);
        assertEquals(90, magenta.max);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24})
    void pngKeepsThePixelsWhateverTheDisplayRange(int bitDepth) throws IOException {
        ImagePlus image = TestImages.plane(bitDepth);
        if (bitDepth != 24) image.setDisplayRange(20, 30);

        ImagePlus read = saveAndOpen(image, "plane.png");

        assertEquals(bitDepth, read.getBitDepth());
        assertSamePixels(image, read);
    }

    @Test
    void pngKeepsASmoothLookUpTable() throws IOException {
        ImagePlus image = TestImages.plane(8);
        image.setLut(LUT.createLutFromColor(Color.GREEN));

        ImagePlus read = saveAndOpen(image, "green.png");

        assertEquals(8, read.getBitDepth());
        assertSamePixels(image, read);
        assertEquals(Color.GREEN.getRGB(), read.getProcessor().getLut().getRGB(255));
    }

    @Test
    void coloursOfAPaletteInAPngBecomeRgb() throws IOException {
        ImagePlus image = TestImages.withPalette();

        ImagePlus read = saveAndOpen(image, "palette.png");

        assertEquals(24, read.getBitDepth());
        assertEquals("NDR note: the colours of a palette were converted to RGB.", read.getInfoProperty());
        int expected = image.getProcessor().getLut().getRGB(image.getProcessor().get(4, 5));
        assertEquals(expected, read.getProcessor().get(4, 5));
    }

    @Test
    void aTiffWithAPaletteRemainsAsItIs() throws IOException {
        ImagePlus image = TestImages.withPalette();

        ImagePlus read = saveAndOpen(image, "palette.tif");

        assertEquals(8, read.getBitDepth());
        assertSamePixels(image, read);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24})
    void jpegIsNearTheImage(int bitDepth) throws IOException {
        ImagePlus image = TestImages.plane(bitDepth);
        image.getProcessor().setColor(bitDepth == 8 ? new Color(90, 90, 90) : new Color(200, 90, 40));
        image.getProcessor().fill();

        ImagePlus read = saveAndOpen(image, "plane.jpeg");

        assertEquals(bitDepth, read.getBitDepth());
        for (int shift = 0; shift < bitDepth; shift += 8)
            assertEquals(
                    image.getProcessor().get(6, 4) >> shift & 255,
                    read.getProcessor().get(6, 4) >> shift & 255,
                    3);
    }

    @ParameterizedTest
    @CsvSource({
        "plane.png, 32, A PNG file cannot hold an image of 32 bits and 1 plane ('plane.png'); use a name that ends in .tif.",
        "plane.jpg, 16, A JPEG file cannot hold an image of 16 bits and 1 plane ('plane.jpg'); use a name that ends in .tif."
    })
    void formatsRefuseWhatTheyCannotHold(String name, int bitDepth, String expected) {
        ImagePlus image = TestImages.plane(bitDepth);

        Exception e = assertThrows(IllegalArgumentException.class, () -> ImageFiles.save(image, folder.resolve(name)));

        assertEquals(expected, e.getMessage().replace("'" + folder + "/", "'"));
        assertFalse(Files.exists(folder.resolve(name)));
    }

    @Test
    void aStackIsNoPng() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> ImageFiles.save(TestImages.hyperstack(8), folder.resolve("cells.png")));

        assertTrue(e.getMessage().contains("12 planes"), e.getMessage());
    }

    @Test
    void anUnknownExtensionIsRefused() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> ImageFiles.save(TestImages.plane(8), folder.resolve("a.gif")));

        assertEquals("Images cannot be stored as 'a.gif'; let the name end in .tif, .png or .jpg.", e.getMessage());
    }

    @Test
    void anExistingFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("plane.tif");
        Files.writeString(file, "old");

        ImagePlus read = saveAndOpen(TestImages.plane(16), "plane.tif");

        assertSamePixels(TestImages.plane(16), read);
        assertEquals(List.of("plane.tif"), names());
    }

    @Test
    void aFailedWriteLeavesWhatWasThere() throws IOException {
        Path occupied = Files.createDirectories(folder.resolve("plane.tif/inside"));

        assertThrows(IOException.class, () -> ImageFiles.save(TestImages.plane(16), occupied.getParent()));

        assertTrue(Files.isDirectory(occupied));
        assertEquals(List.of("plane.tif"), names());
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("missing/plane.tif");

        Exception e = assertThrows(IOException.class, () -> ImageFiles.save(TestImages.plane(16), file));

        assertEquals("The folder '" + file.getParent() + "' does not exist; make it first.", e.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("missing.tif");

        Exception e = assertThrows(IOException.class, () -> ImageFiles.open(file));

        assertEquals("'" + file + "' is not a file; check the path of the image.", e.getMessage());
    }

    @Test
    void aFileThatIsNoImageIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.tif"), "not an image at all");

        Exception e = assertThrows(IOException.class, () -> ImageFiles.open(file));

        assertTrue(e.getMessage().startsWith("'" + file + "' cannot be opened as an image; give a TIFF"));
        assertFalse(ImageFiles.isImage(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells.tif", "plane.png", "plane.jpg"})
    void aFileThatIsCutOffIsRefused(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageFiles.save(name.endsWith("tif") ? TestImages.hyperstack(16) : TestImages.plane(8), file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 5));

        assertThrows(IOException.class, () -> ImageFiles.open(file));
    }

    @Test
    void aHeaderWithoutAnImageIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.tif"), "II*\0\b\0\0\0".getBytes(StandardCharsets.ISO_8859_1));

        assertThrows(IOException.class, () -> ImageFiles.open(file));
    }

    private ImagePlus saveAndOpen(ImagePlus image, String name) throws IOException {
        ImageFiles.save(image, folder.resolve(name));
        return ImageFiles.open(folder.resolve(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private static void assertSamePixels(ImagePlus expected, ImagePlus actual) {
        assertEquals(expected.getStackSize(), actual.getStackSize());
        for (int i = 1; i <= expected.getStackSize(); i++)
            assertArrayEquals(
                    expected.getStack().getProcessor(i).getFloatArray(),
                    actual.getStack().getProcessor(i).getFloatArray());
    }

    @Test
    void aStackCanBeOpenedPlaneByPlane() throws IOException {
        Path file = folder.resolve("lazy.tif");
        ImagePlus stack = TestImages.hyperstack(16);
        ImageFiles.save(stack, file);

        ImagePlus lazy = ImageFiles.openLazily(file);

        assertTrue(ImageFiles.isTiffStack(file));
        assertTrue(lazy.getStack().isVirtual());
        assertEquals(stack.getNChannels(), lazy.getNChannels());
        assertEquals(stack.getNSlices(), lazy.getNSlices());
        for (int i = 1; i <= stack.getStackSize(); i++)
            assertArrayEquals((short[]) stack.getStack().getPixels(i), (short[])
                    lazy.getStack().getPixels(i));
    }

    @Test
    void aSinglePlaneIsNoStack() throws IOException {
        Path file = folder.resolve("single.tif");
        ImageFiles.save(IJ.createImage("", "8-bit ramp", 8, 6, 1), file);
        assertFalse(ImageFiles.isTiffStack(file));
        assertFalse(ImageFiles.openLazily(file).getStack().isVirtual());
    }
}
