package io.github.ndrfiji.sampledata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.Psnr;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDataTest {

    private static final Path FOLDER = Path.of("sample-data");

    private static ImagePlus cells(String name) {
        return IJ.openImage(FOLDER.resolve(name).toString());
    }

    private static BufferedImage photo(String name) throws IOException {
        return ImageIO.read(FOLDER.resolve(name).toFile());
    }

    private static List<String> photoTwins() {
        return List.copyOf(PhotoImages.TWINS.keySet());
    }

    private static void assertSamePixels(ImagePlus expected, ImagePlus actual) {
        assertEquals(expected.getStackSize(), actual.getStackSize());
        for (int i = 1; i <= expected.getStackSize(); i++)
            assertArrayEquals(
                    (short[]) expected.getStack().getPixels(i),
                    (short[]) actual.getStack().getPixels(i),
                    "plane " + i);
    }

    @Test
    void theGeneratorMakesTheCleanCells() {
        assertSamePixels(CellImages.clean(), cells("cells-clean.tif"));
    }

    @Test
    void theGeneratorMakesTheNoisyCells() {
        assertSamePixels(CellImages.noisy(cells("cells-clean.tif")), cells("cells-noisy.tif"));
    }

    @ParameterizedTest
    @MethodSource("photoTwins")
    void theGeneratorMakesThePhotographsTwins(String name) throws IOException {
        BufferedImage made = PhotoImages.degraded(photo("photo-clean.png"), PhotoImages.TWINS.get(name));
        assertEquals(PhotoImages.patch(made), PhotoImages.patch(photo(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells-clean.tif", "cells-noisy.tif"})
    void cellsCarryWhatAMicroscopeWrites(String name) {
        ImagePlus image = cells(name);

        assertArrayEquals(new int[] {140, 124, 2, 3, 4}, image.getDimensions());
        assertTrue(image.isHyperStack());
        assertEquals(16, image.getBitDepth());

        Calibration calibration = image.getCalibration();
        assertEquals("micron", calibration.getUnit());
        assertEquals(0.32, calibration.pixelWidth, 1e-6);
        assertEquals(0.32, calibration.pixelHeight, 1e-6);
        assertEquals(0.75, calibration.pixelDepth);
        assertEquals(60, calibration.frameInterval);
        assertEquals("sec", calibration.getTimeUnit());

        CompositeImage composite = (CompositeImage) image;
        assertEquals(IJ.COMPOSITE, composite.getMode());
        assertEquals(Color.MAGENTA.getRGB(), composite.getChannelLut(1).getRGB(255));
        assertEquals(Color.GREEN.getRGB(), composite.getChannelLut(2).getRGB(255));
        assertEquals(100, composite.getChannelLut(1).min);
        assertEquals(2980, composite.getChannelLut(1).max);
        assertEquals(1540, composite.getChannelLut(2).max);

        assertEquals("microtubules, z 3, 1 min", image.getStack().getSliceLabel(image.getStackIndex(2, 3, 2)));
        assertEquals("simulated cells", image.getProp("Specimen"));
        assertTrue(image.getInfoProperty().startsWith("Simulated fluorescence microscopy"));
    }

    @Test
    void theReadmeStatesThePsnrOfEachTwin() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        for (String name : photoTwins())
            assertStated(
                    readme,
                    "| `%s` | `%s` | %.2f |",
                    name,
                    PhotoImages.TWINS.get(name),
                    Psnr.of(PhotoImages.patch(photo(name)), PhotoImages.patch(photo("photo-clean.png")), 1));
        for (CellImages.Channel channel : CellImages.Channel.values()) {
            Patch clean = CellImages.planes(cells("cells-clean.tif"), channel);
            Patch noisy = CellImages.planes(cells("cells-noisy.tif"), channel);
            assertStated(
                    readme,
                    "| `cells-noisy.tif`, %s | `%s` | %.2f |",
                    channel.label,
                    channel.noise,
                    Psnr.of(noisy, clean, 1));
        }
    }

    private static void assertStated(String readme, String format, Object... values) {
        String row = String.format(Locale.ROOT, format, values);
        assertTrue(readme.contains(row), "README.md lacks the line " + row);
    }

    @Test
    void allTogetherTakeLessThan3Megabytes() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) size += Files.size(file);
        }
        assertTrue(size < 3_000_000, size + " bytes");
    }
}
