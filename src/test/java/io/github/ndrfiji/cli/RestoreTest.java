package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    /** A network of random numbers: it shows that everything runs, not that it restores. */
    private static final Path MODEL = Path.of("src", "test", "resources", "bundles", "format-1.ndr");

    @TempDir
    Path folder;

    @Test
    void aStackKeepsWhatUsersLoseElsewhere() throws IOException {
        Path output = folder.resolve("restored.tif");
        Path input = Path.of("sample-data", "cells-noisy.tif");

        Call call = Call.ndr("restore", input, "-o", output, "--model", MODEL, "--device", "cpu");

        assertEquals(0, call.code(), call.err());
        assertEquals("", call.out());
        assertTrue(call.err().contains(input + " -> " + output), call.err());
        CompositeImage noisy = (CompositeImage) ImageFiles.open(input);
        CompositeImage restored = (CompositeImage) ImageFiles.open(output);
        assertEquals(16, restored.getBitDepth());
        assertTrue(restored.getCalibration().equals(noisy.getCalibration()));
        assertEquals(noisy.getCalibration().frameInterval, restored.getCalibration().frameInterval);
        assertEquals(noisy.getMode(), restored.getMode());
        for (int c = 1; c <= noisy.getNChannels(); c++) {
            assertEquals(
                    noisy.getChannelLut(c).getRGB(255),
                    restored.getChannelLut(c).getRGB(255));
            double brightest = 0;
            for (int i = c; i <= restored.getStackSize(); i += restored.getNChannels())
                brightest =
                        Math.max(brightest, restored.getStack().getProcessor(i).getStats().max);
            assertEquals(brightest, restored.getChannelLut(c).max, 0.01 * brightest); // fitted to the result
        }
        for (int i = 1; i <= noisy.getStackSize(); i++)
            assertEquals(noisy.getStack().getSliceLabel(i), restored.getStack().getSliceLabel(i));
        String info = restored.getInfoProperty();
        assertTrue(info.startsWith(noisy.getInfoProperty().strip()), info);
        assertTrue(info.contains("\nNDR device: cpu\n"), info);
    }

    @Test
    void theRangeThatIsGivenIsTheRangeThatIsUsed() throws IOException {
        Path input = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(16), input);
        Path output = folder.resolve("restored.tif");

        Call call = Call.ndr("restore", "-q", input, "-o", output, "--model", MODEL, "--range", "0:200");

        assertEquals(new Call(0, "", ""), call);
        ImagePlus restored = ImageFiles.open(output);
        assertTrue(restored.getInfoProperty().contains("NDR value range: 0:200\n"), restored.getInfoProperty());
    }

    @Test
    void theRangeOfASignedImageIsGivenAsImageJShowsIt() throws IOException {
        Path input = folder.resolve("signed.tif");
        ImagePlus image = TestImages.plane(16);
        image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-32768, 1}, "gray value");
        ImageFiles.save(image, input);
        Path restored = folder.resolve("restored.tif");
        Path degraded = folder.resolve("degraded.tif");

        Call.ndr("restore", "-q", input, "-o", restored, "--model", MODEL, "--range", "-32768:-32568");
        Call.ndr("degrade", "-q", input, "-o", degraded, "--with", "noise:100", "--range", "-32768:-32000");

        String info = ImageFiles.open(restored).getInfoProperty();
        assertTrue(info.contains("NDR value range: -32768:-32568\n"), info);
        info = ImageFiles.open(degraded).getInfoProperty();
        assertTrue(info.contains("NDR value range: [-32768:-32000]"), info);
    }

    @Test
    void anUnknownModelIsNamed() throws IOException {
        Path input = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(8), input);
        Path output = folder.resolve("restored.tif");

        Call call = Call.ndr("restore", input, "-o", output, "--model", "cels");

        assertEquals(2, call.code());
        assertTrue(call.err().startsWith("ndr: There is no model and no file called 'cels'"), call.err());
        assertTrue(call.err().endsWith(".\nTry 'ndr help restore'.\n"), call.err());
        assertFalse(Files.exists(output));
    }

    @Test
    void anUnknownDeviceIsNamed() throws IOException {
        Path input = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(8), input);

        Call call =
                Call.ndr("restore", input, "-o", folder.resolve("out.tif"), "--model", MODEL, "--device", "quantum");

        assertEquals(
                new Call(
                        2,
                        "",
                        "ndr: There is no device 'quantum'; use auto, cpu, gpu, or gpu:1 for the second GPU.\n"
                                + "Try 'ndr help restore'.\n"),
                call);
    }

    @Test
    void aModelThatIsNotThereLeavesNoFolder() throws IOException {
        Path images = Files.createDirectory(folder.resolve("a"));
        ImageFiles.save(TestImages.plane(8), images.resolve("plane.tif"));
        Path output = folder.resolve("r");

        assertNotEquals(
                0, Call.ndr("restore", images, "-o", output, "--model", "wrong").code());
        assertFalse(Files.exists(output));
        Call call = Call.ndr("restore", "-q", images, "-o", output.resolve("deep"), "--model", MODEL);
        assertEquals(new Call(0, "", ""), call);
        assertTrue(Files.exists(output.resolve("deep/plane.tif")));
    }

    @Test
    void anInterruptLeavesNoFile() throws IOException {
        Path input = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(8), input);
        Path output = folder.resolve("out.tif");
        Interrupt interrupt = Interrupt.manual();
        interrupt.request();

        Call call = Call.interruptedBy(interrupt, "restore", input, "-o", output, "--model", MODEL);

        assertEquals(new Call(130, "", Call.device() + "ndr: Cancelled by the user.\n"), call);
        assertFalse(Files.exists(output));
    }

    @Test
    void debugShowsWhereItFailed() {
        Call call = Call.ndr("restore", "--debug", folder.resolve("none.tif"), "-o", folder.resolve("out.tif"));

        assertEquals(1, call.code());
        assertTrue(call.err().contains("\tat io.github.ndrfiji.cli."), call.err());
    }
}
