package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.model.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeImages() throws IOException {
        for (String set : new String[] {"clean", "noisy"}) {
            Files.createDirectory(folder.resolve(set));
            for (int i = 0; i < 25; i++) {
                SplittableRandom random = new SplittableRandom(i);
                byte[] pixels = new byte[24 * 24];
                for (int k = 0; k < pixels.length; k++)
                    pixels[k] = (byte) (set.equals("clean") ? 5 * (k % 24) : 5 * (k % 24) + random.nextInt(60));
                ImageFiles.save(
                        new ImagePlus("", new ByteProcessor(24, 24, pixels)),
                        folder.resolve(set).resolve("image-" + i + ".png"));
            }
        }
    }

    private Call train(Object... more) {
        Object[] all = new Object[more.length + 12];
        Object[] first = {
            "train", "-o", folder.resolve("m.ndr"), "--size", "tiny", "--channels", 1, "--steps", 3, "--crop", 16, "-q"
        };
        System.arraycopy(first, 0, all, 0, 12);
        System.arraycopy(more, 0, all, 12, more.length);
        return Call.ndr(all);
    }

    @Test
    void learnsFromCleanImagesAndFromPairs() throws IOException {
        Call call = train(
                "--clean",
                folder.resolve("clean"),
                "--with",
                "2*noise:10-30",
                "--with",
                "clean",
                "--pairs",
                "0.5*" + folder.resolve("noisy"),
                folder.resolve("clean"));
        assertEquals("", call.err());
        assertEquals(0, call.code());
        ModelBundle model = ModelBundle.read(folder.resolve("m.ndr"));
        assertEquals("m", model.info().name());
        assertEquals(java.util.List.of("noise", "clean", "noisy"), model.info().degradations());
        assertEquals(3, model.provenance().steps());
        assertEquals("weight 0.5", model.provenance().settings().get("source pairs of noisy and clean"));
        assertTrue(Files.exists(folder.resolve("m.ndr.checkpoint")));
        assertFalse(model.card().contains(folder.toString()), "no path may leave the machine");
    }

    @Test
    void refusesToReplaceAModel() throws IOException {
        Files.createFile(folder.resolve("m.ndr"));
        Call call = train("--clean", folder.resolve("clean"), "--with", "noise:10");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("--overwrite"), call.err());
    }

    @Test
    void saysWhatIsMissing() {
        assertTrue(train("--clean", folder.resolve("clean")).err().contains("give both"));
        assertTrue(train().err().contains("nothing to learn from"));
        assertTrue(train("--clean", folder.resolve("none"), "--with", "clean")
                .err()
                .contains("is not a folder"));
    }

    @Test
    void refusesAWeightThatIsNone() {
        Call call = train("--clean", folder.resolve("clean"), "--with", "x*noise:10");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("3*noise:0-50"), call.err());
    }

    @Test
    void refusesADegradationThatDoesNotFitTheScale() {
        Call call = train("--clean", folder.resolve("clean"), "--with", "noise:10", "--scale", 2);
        assertEquals(2, call.code());
        assertTrue(call.err().contains("downsample:2"), call.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--size, huge, No network size is called 'huge'; use tiny",
        "--gray, 2, The share of gray is 2.0; it must be from 0 to 1.",
        "--crop, 60, 60",
        "--with, fog:1, There is no degradation 'fog'",
        "--device, quantum, There is no device 'quantum'",
    })
    void aWrongValueIsAWrongCall(String option, String value, String expected) {
        Call call = Call.ndr(
                "train",
                "-o",
                folder.resolve("m.ndr"),
                "--clean",
                folder.resolve("clean"),
                "--with",
                "noise:10",
                option,
                value);
        assertEquals(2, call.code());
        assertTrue(call.err().contains(expected), call.err());
    }

    @Test
    void cleanImagesNeedADegradation() {
        assertEquals(2, train("--clean", folder.resolve("clean")).code());
    }

    @Test
    void aMissingFolderIsFoundBeforeAnythingStarts() {
        Path missing = folder.resolve("missing");
        String expected = "ndr: The folder '" + missing + "' does not exist; make it first.\n";
        Object[] nothingToLearnFrom = {"train", "-o", missing.resolve("m.ndr")};

        assertEquals(new Call(1, "", expected), Call.ndr(nothingToLearnFrom));
        assertEquals(new Call(1, "", expected), train("--checkpoint", missing.resolve("m.checkpoint")));
    }
}
