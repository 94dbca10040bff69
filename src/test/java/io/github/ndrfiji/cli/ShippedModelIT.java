package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models that come with the program, on the images that come with it, through the command line. */
class ShippedModelIT {

    private static final Path SAMPLES = Path.of("sample-data");

    @TempDir
    Path folder;

    private Path restored(String sample) {
        return restored(sample, "general");
    }

    private Path restored(String sample, String model) {
        Path output = folder.resolve(sample);
        Call call =
                Call.ndr("restore", SAMPLES.resolve(sample), "-o", output, "--model", model, "--device", "cpu", "-q");
        assertEquals("", call.err());
        assertEquals(0, call.code());
        return output;
    }

    private static double psnr(Path image, String reference) {
        String out = Call.ndr("evaluate", image, SAMPLES.resolve(reference)).out();
        return Double.parseDouble(out.lines().findFirst().orElseThrow().replace("PSNR ", ""));
    }

    /** The least gain in dB that each sample must show. */
    @ParameterizedTest
    @CsvSource({
        "photo-noisy.png, photo-clean.png, general, 5",
        "cells-noisy.tif, cells-clean.tif, general, 3",
        "cells-noisy.tif, cells-clean.tif, microscopy, 5"
    })
    void samplesBecomeMuchBetter(String degraded, String clean, String model, double gain) {
        double before = psnr(SAMPLES.resolve(degraded), clean);
        double after = psnr(restored(degraded, model), clean);
        assertTrue(after >= before + gain, degraded + ": " + before + " dB became " + after + " dB");
    }

    @Test
    void cleanCellsRemain() {
        double after = psnr(restored("cells-clean.tif", "microscopy"), "cells-clean.tif");
        assertTrue(after >= 39, "cells-clean.tif: " + after + " dB to itself");
    }

    @Test
    void aCleanPhotographRemains() {
        double after = psnr(restored("photo-clean.png"), "photo-clean.png");
        assertTrue(after >= 45, "photo-clean.png: " + after + " dB to itself");
    }

    @Test
    void aHyperstackKeepsWhatDescribesIt() throws IOException {
        ImagePlus before = ImageFiles.open(SAMPLES.resolve("cells-noisy.tif"));
        ImagePlus after = ImageFiles.open(restored("cells-noisy.tif"));
        assertArrayEquals(before.getDimensions(), after.getDimensions());
        assertEquals(before.getBitDepth(), after.getBitDepth());
        assertEquals(before.getCalibration().toString(), after.getCalibration().toString());
        assertEquals(before.getCalibration().frameInterval, after.getCalibration().frameInterval);
        for (int i = 1; i <= before.getStackSize(); i++)
            assertEquals(before.getStack().getSliceLabel(i), after.getStack().getSliceLabel(i));
        CompositeImage colours = (CompositeImage) before;
        for (int c = 1; c <= before.getNChannels(); c++)
            assertArrayEquals(
                    colours.getChannelLut(c).getBytes(),
                    ((CompositeImage) after).getChannelLut(c).getBytes());
        assertTrue(after.getInfoProperty().contains("NDR model: general"), after.getInfoProperty());
    }
}
