package io.github.ndrfiji.scripting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.plugin.Duplicator;
import ij.process.ColorProcessor;
import ij.process.StackConverter;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusRestorer;
import io.github.ndrfiji.command.TrainCommand;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** Small parts of the sample images in a folder, and what the library makes of them. */
final class Samples {

    private static final Path SAMPLES = Path.of("sample-data");

    /** Of two channels, one slice and two time points, with a space in its name. */
    static final String CELLS = "my cells.tif";

    static final String CELLS_CLEAN = "cells-clean.tif";

    /** RGB. */
    static final String PHOTO = "photo.tif";

    private Samples() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ImageFiles.save(crop("cells-noisy.tif"), folder.resolve(CELLS));
        ImageFiles.save(crop("cells-clean.tif"), folder.resolve(CELLS_CLEAN));
        ImageFiles.save(crop("photo-noisy.png"), folder.resolve(PHOTO));
    }

    /** Adds a stack of 8 bits, made of the cells' first channel. */
    static String writeBytes(Path folder) throws IOException {
        ImagePlus cells = ImageFiles.open(folder.resolve(CELLS));
        ImagePlus nuclei = new Duplicator().run(cells, 1, 1, 1, cells.getNSlices(), 1, cells.getNFrames());
        nuclei.setDisplayRange(0, 4095);
        new StackConverter(nuclei).convertToGray8();
        ImageFiles.save(nuclei, folder.resolve("bytes.tif"));
        return "bytes.tif";
    }

    private static ImagePlus crop(String sample) throws IOException {
        ImagePlus image = ImageFiles.open(SAMPLES.resolve(sample));
        image.setRoi(40, 40, 48, 40);
        int slice = Math.min(2, image.getNSlices());
        return new Duplicator().run(image, 1, image.getNChannels(), slice, slice, 1, Math.min(2, image.getNFrames()));
    }

    /** Two folders of one stack each, the cells and their clean image, whose brightness differs. */
    static void writePairs(Path degraded, Path clean) throws IOException {
        Files.createDirectories(degraded);
        Files.createDirectories(clean);
        ImageFiles.save(crop("cells-noisy.tif"), degraded.resolve("cells.tif"));
        ImagePlus brighter = crop("cells-clean.tif");
        for (int i = 1; i <= brighter.getStackSize(); i++)
            brighter.getStack().getProcessor(i).multiply(1.5);
        ImageFiles.save(brighter, clean.resolve("cells.tif"));
    }

    /** The weights that the command for it learns from two folders of different brightness in two steps. */
    static NamedArrays trained(Path degraded, Path clean) throws Exception {
        try (Context context = new Context()) {
            context.service(CommandService.class)
                    .run(
                            TrainCommand.class,
                            true,
                            Map.of(
                                    "degradedfolder",
                                    degraded.toFile(),
                                    "cleanfolder",
                                    clean.toFile(),
                                    "fit",
                                    true,
                                    "name",
                                    "expected",
                                    "steps",
                                    2,
                                    "device",
                                    "cpu"))
                    .get();
        }
        return weights("expected");
    }

    static NamedArrays weights(String model) throws IOException {
        return ModelRegistry.standard().open(model).weights();
    }

    /** A file that begins as a TIFF, and ends too early. */
    static void writeBroken(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(SAMPLES.resolve("cells-noisy.tif")), 3000));
    }

    /** The lines of a table of results with _ for the seconds: the header first, then the files by name. */
    static List<String> csv(Path table) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        lines.replaceAll(line -> line.replaceAll(",\\d+\\.\\d,", ",_,"));
        lines.subList(1, lines.size()).sort(null);
        return lines;
    }

    /** What the library makes of a file. */
    static ImagePlus restored(Path file) throws IOException {
        return restored(file, "general", "auto");
    }

    static ImagePlus restored(Path file, String model, String range) throws IOException {
        RestoreOptions options = RestoreOptions.defaults().withRange(ValueRangePolicy.parse(range));
        try (ImagePlusRestorer restorer = ImagePlusRestorer.open(model, "cpu", options)) {
            return restorer.restore(ImageFiles.open(file), Progress.NONE);
        }
    }

    /** That two images are equal in size, type and every pixel. */
    static void assertSamePixels(ImagePlus expected, ImagePlus actual) {
        assertArrayEquals(expected.getDimensions(), actual.getDimensions());
        assertEquals(expected.getBitDepth(), actual.getBitDepth());
        for (int i = 1; i <= expected.getStackSize(); i++)
            assertArrayEquals(
                    expected.getStack().getProcessor(i).getIntArray(),
                    actual.getStack().getProcessor(i).getIntArray(),
                    "plane " + i);
    }

    static void assertSameChannel(int channel, ImagePlus expected, ImagePlus actual) {
        assertSamePixels(channel(channel, expected), channel(channel, actual));
    }

    private static ImagePlus channel(int c, ImagePlus image) {
        return new Duplicator().run(image, c, c, 1, image.getNSlices(), 1, image.getNFrames());
    }

    /** That an image has the colours, calibration, display and labels of another. */
    /** The second channel was restored with the range 0:900. */
    static void assertTellsOfEachChannel(ImagePlus timeLapse) {
        String info = timeLapse.getInfoProperty();
        String second = info.substring(info.indexOf("Channel 2:\n"));
        assertTrue(info.contains("Channel 1:\nNDR model: general\n"), info);
        assertTrue(second.contains("\nNDR value range: 0:900\n"), info);
    }

    static void assertSameMetadata(ImagePlus expected, ImagePlus actual) {
        assertEquals(
                expected.getCalibration().toString(), actual.getCalibration().toString());
        assertEquals(expected.getCalibration().frameInterval, actual.getCalibration().frameInterval);
        for (int i = 1; i <= expected.getStackSize(); i++)
            assertEquals(expected.getStack().getSliceLabel(i), actual.getStack().getSliceLabel(i));
        CompositeImage colours = (CompositeImage) expected;
        CompositeImage actualColours = (CompositeImage) actual;
        assertEquals(colours.getMode(), actualColours.getMode());
        for (int c = 1; c <= expected.getNChannels(); c++) {
            assertArrayEquals(
                    colours.getChannelLut(c).getBytes(),
                    actualColours.getChannelLut(c).getBytes());
            assertEquals(colours.getChannelLut(c).min, actualColours.getChannelLut(c).min);
            assertEquals(colours.getChannelLut(c).max, actualColours.getChannelLut(c).max);
        }
    }

    /** An image with the display range of another, channel by channel. */
    static ImagePlus shownLike(ImagePlus other, ImagePlus image) {
        if (image instanceof CompositeImage composite) composite.copyLuts(other);
        else if (other.getBitDepth() != 24)
            image.setDisplayRange(other.getDisplayRangeMin(), other.getDisplayRangeMax());
        return image;
    }

    /** That a picture shows an image, as it looks on the screen, from a place on. */
    static void assertShows(ImagePlus image, ImagePlus picture, int x, int y) {
        picture.setRoi(x, y, image.getWidth(), image.getHeight());
        assertArrayEquals(
                new ColorProcessor(image.getImage()).getIntArray(),
                picture.getProcessor().crop().getIntArray());
    }
}
