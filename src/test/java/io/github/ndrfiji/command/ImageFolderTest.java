package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

    private static final ValueRangePolicy AS_STORED = ValueRangePolicy.given(ValueRange.UNIT);

    @TempDir
    Path folder;

    private Path save(String name, ImagePlus image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageFiles.save(image, file);
        return file;
    }

    /** Values of the top row; the others are equal to it. */
    private static ImagePlus deep(int... row) {
        ShortProcessor pixels = new ShortProcessor(row.length, 4);
        for (int y = 0; y < 4; y++) for (int x = 0; x < row.length; x++) pixels.set(x, y, row[x]);
        return new ImagePlus("", pixels);
    }

    @Test
    void everyPlaneAndChannelOfAStackIsAnImage() throws IOException {
        ImagePlus stack = IJ.createHyperStack("", 8, 6, 2, 3, 1, 16);
        for (int i = 1; i <= 6; i++) stack.getStack().getProcessor(i).set(0, 0, 10 * i);
        save("set/b.tif", stack);
        save("set/a.png", IJ.createImage("", "8-bit white", 8, 6, 1));
        save("set/c.png", IJ.createImage("", "8-bit black", 8, 6, 1));

        ImageFolder images = ImageFolder.of(folder.resolve("set"), 1, AS_STORED);

        assertEquals(
                List.of("a", "b#000001", "b#000002", "b#000003", "b#000004", "b#000005", "b#000006", "c"),
                images.names());
        assertEquals(255, images.read(0).at(0, 0, 0));
        for (int i = 1; i <= 6; i++) assertEquals(10 * i, images.read(i).at(0, 0, 0));
        assertEquals(0, images.read(7).at(0, 0, 0));
    }

    @Test
    void channelsOfACompositeAreOneImageOnlyAsRgb() throws IOException {
        ImagePlus stack = IJ.createHyperStack("", 8, 6, 3, 2, 1, 8);
        for (int i = 1; i <= 6; i++) stack.getStack().getProcessor(i).set(0, 0, 10 * i);
        save("set/a.tif", stack);
        save("set/gray.png", IJ.createImage("", "8-bit white", 8, 6, 1));

        assertEquals(
                List.of("a#000001", "a#000002", "a#000003", "a#000004", "a#000005", "a#000006", "gray"),
                ImageFolder.of(folder.resolve("set"), 3, AS_STORED).names());
        ImageFolder images = ImageFolder.of(folder.resolve("set"), 3, AS_STORED, true);

        assertEquals(List.of("a#000001", "a#000002", "gray"), images.names());
        Patch second = images.read(1);
        for (int c = 0; c < 3; c++) assertEquals(10 * (4 + c), second.at(c, 0, 0));
        assertEquals(3, images.read(2).channels());
    }

    @Test
    void coloursNeedThreeChannels() throws IOException {
        Path file = save("set/a.png", IJ.createImage("", "RGB white", 8, 6, 1));
        ImageFolder images = ImageFolder.of(folder.resolve("set"), 1, AS_STORED);
        IOException refused = assertThrows(IOException.class, () -> images.read(0));
        assertTrue(refused.getMessage().startsWith("'" + file + "' has 8 x 6 pixels, RGB"), refused.getMessage());
    }

    /** The degraded image runs from 100 to 300, the clean one from 100 to 500: 0 to 1, and 0 to 2. */
    @Test
    void aPairIsReadWithTheRangeOfTheDegradedImage() throws IOException {
        save("noisy/a.tif", deep(100, 200, 300, 300));
        save("clean/a.tif", deep(100, 300, 500, 500));
        save("noisy/b.tif", deep(0, 10, 10, 10));
        save("clean/b.tif", deep(0, 5, 5, 20));

        ImageFolder noisy = ImageFolder.of(folder.resolve("noisy"), 1, ValueRangePolicy.PERCENTILE);
        ImageFolder clean = ImageFolder.of(folder.resolve("clean"), 1, ValueRangePolicy.PERCENTILE)
                .withRangesOf(noisy);

        // the clean image first: the other's range is not known yet
        assertEquals(List.of(0f, 1f, 2f, 2f), row(clean.read(0)));
        assertEquals(List.of(0f, 0.5f, 1f, 1f), row(noisy.read(0)));
        assertEquals(List.of(0f, 0.5f, 0.5f, 2f), row(clean.read(1)));
    }

    private static List<Float> row(Patch image) {
        return List.of(image.at(0, 0, 0), image.at(0, 0, 1), image.at(0, 0, 2), image.at(0, 0, 3));
    }

    /** Signed 16-bit images are stored with 32768 added; a 32-bit image is not. */
    @Test
    void theRangeIsThatOfValuesShown() throws IOException {
        ImagePlus signed = deep(32768, 32768 + 50, 32768 + 100, 32768 + 100);
        signed.getCalibration().setSigned16BitCalibration();
        save("noisy/a.tif", signed);
        save("clean/a.tif", new ImagePlus("", new FloatProcessor(4, 1, new float[] {0, 25, 100, 200})));

        ImageFolder noisy = ImageFolder.of(folder.resolve("noisy"), 1, ValueRangePolicy.PERCENTILE);
        ImageFolder clean = ImageFolder.of(folder.resolve("clean"), 1, ValueRangePolicy.AUTO)
                .withRangesOf(noisy);

        assertEquals(List.of(0f, 0.25f, 1f, 2f), row(clean.read(0)));
    }

    /** Its stored values need not be found among those shown. */
    @Test
    void pairsMayBothHaveACalibrationThatIsNoLine() throws IOException {
        for (String side : List.of("noisy", "clean")) {
            ImagePlus density = IJ.createImage("", "8-bit ramp", 8, 6, 1);
            density.getCalibration().setFunction(Calibration.UNCALIBRATED_OD, null, "OD");
            save(side + "/a.tif", density);
        }
        ImageFolder noisy = ImageFolder.of(folder.resolve("noisy"), 1, ValueRangePolicy.AUTO);
        ImageFolder clean = ImageFolder.of(folder.resolve("clean"), 1, ValueRangePolicy.AUTO)
                .withRangesOf(noisy);
        assertEquals(noisy.read(0), clean.read(0));
    }

    @Test
    void integersOfDifferentDepthAreRefused() throws IOException {
        save("noisy/a.png", IJ.createImage("", "8-bit ramp", 8, 6, 1));
        save("clean/a.tif", IJ.createImage("", "16-bit ramp", 8, 6, 1));
        ImageFolder noisy = ImageFolder.of(folder.resolve("noisy"), 1, ValueRangePolicy.AUTO);
        ImageFolder clean = ImageFolder.of(folder.resolve("clean"), 1, ValueRangePolicy.AUTO)
                .withRangesOf(noisy);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> clean.read(0));
        assertTrue(refused.getMessage().contains("16 bits and"), refused.getMessage());
    }

    @Test
    void theDigestOfASmallFolderIsThatOfItsFiles() throws IOException {
        Path a = save("set/a.png", IJ.createImage("", "8-bit ramp", 8, 6, 1));
        Path b = save("set/b.png", IJ.createImage("", "8-bit white", 8, 6, 1));
        assertEquals(
                Sha256.of(Sha256.of(a) + Sha256.of(b)),
                ImageFolder.of(folder.resolve("set"), 1, AS_STORED).sha256());
    }

    /** 1.2 GB in two sparse files. */
    @Test
    void theDigestOfALargeFolderIsThatOfBeginningsNamesAndSizes() throws IOException {
        Path a = save("set/a.tif", IJ.createImage("", "8-bit ramp", 8, 6, 1));
        Path b = save("set/b.tif", IJ.createImage("", "8-bit ramp", 8, 6, 1));
        for (Path file : List.of(a, b))
            try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.allocate(1), 600_000_000);
            }
        byte[] head = new byte[1 << 22];
        try (var in = Files.newInputStream(a)) {
            assertEquals(head.length, in.readNBytes(head, 0, head.length));
        }
        Path beginning = Files.write(folder.resolve("head"), head);

        assertEquals(
                Sha256.of("a.tif 600000001\nb.tif 600000001\n" + Sha256.of(beginning) + Sha256.of(beginning)),
                ImageFolder.of(folder.resolve("set"), 1, AS_STORED).sha256());
    }
}
