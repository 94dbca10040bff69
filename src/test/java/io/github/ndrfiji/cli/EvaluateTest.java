package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateTest {

    @TempDir
    Path folder;

    @Test
    void printsPsnrAndSsimALineEach() throws IOException {
        Path black = constant("black.png", 0);
        Path gray = constant("gray.png", 51);

        Call call = Call.ndr("evaluate", gray, black);

        // 20 log10(255 / 51), and (C1 / (51² + C1)) with C1 = (0.01 * 255)²
        assertEquals(new Call(0, "PSNR 13.98\nSSIM 0.0025\n", "Data range of '" + black + "': 255\n"), call);
    }

    @Test
    void equalImagesHaveInfinitePsnr() throws IOException {
        Path black = constant("black.png", 0);

        assertEquals(new Call(0, "PSNR inf\nSSIM 1.0000\n", ""), Call.ndr("evaluate", "--quiet", black, black));
    }

    @Test
    void theRangeCanBeGiven() throws IOException {
        Path black = constant("black.png", 0);
        Path gray = constant("gray.png", 10);

        assertEquals(
                "PSNR 20.00",
                Call.ndr("evaluate", "--range", "100", gray, black)
                        .out()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void twoFoldersGiveALineAFileAndTheMean() throws IOException {
        constant("result/a.png", 51);
        constant("result/b.tif", 255);
        constant("reference/a.png", 0);
        constant("reference/b.png", 0);

        Call call = Call.ndr("evaluate", "-q", folder.resolve("result"), folder.resolve("reference"));

        assertEquals(
                new Call(
                        0,
                        """
                        a.png  PSNR 13.98  SSIM 0.0025
                        b.tif  PSNR 0.00  SSIM 0.0001
                        mean of 2  PSNR 6.99  SSIM 0.0013
                        """,
                        ""),
                call);
    }

    @Test
    void aMissingReferenceIsNamedBeforeAnythingIsPrinted() throws IOException {
        constant("result/a.png", 51);
        constant("result/b.png", 51);
        constant("reference/a.png", 0);
        Path result = folder.resolve("result");
        Path reference = folder.resolve("reference");

        assertEquals(
                new Call(
                        1,
                        "",
                        "ndr: There is no reference for '" + result.resolve("b.png") + "' in '" + reference
                                + "'; it must have the same name.\n"),
                Call.ndr("evaluate", result, reference));
    }

    @Test
    void aPairThatCannotBeComparedIsReportedAndTheOthersFollow() throws IOException {
        constant("result/a.png", 51);
        constant("result/b.png", 51);
        constant("reference/b.png", 0);
        ImageFiles.save(IJ.createImage("a", 5, 5, 1, 8), folder.resolve("reference/a.png"));

        Call call = Call.ndr("evaluate", "-q", folder.resolve("result"), folder.resolve("reference"));

        assertEquals(1, call.code());
        assertEquals("b.png  PSNR 13.98  SSIM 0.0025\nmean of 1  PSNR 13.98  SSIM 0.0025\n", call.out());
        assertEquals(
                "ndr: a.png: 'a.png' has 16 x 16 pixels, 1 channel and 1 plane, but its reference 'a.png' has 5 x 5"
                        + " pixels, 1 channel and 1 plane; only images of one size can be compared.\n",
                call.err());
    }

    @Test
    void anInterruptEndsIt() throws IOException {
        constant("result/a.png", 51);
        constant("reference/a.png", 0);
        Interrupt interrupt = Interrupt.manual();
        interrupt.request();

        assertEquals(
                new Call(130, "", "ndr: Cancelled by the user.\n"),
                Call.interruptedBy(interrupt, "evaluate", folder.resolve("result"), folder.resolve("reference")));
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.png");

        assertEquals(
                new Call(1, "", "ndr: '" + missing + "' is not a file; check the path of the image.\n"),
                Call.ndr("evaluate", missing, missing));
    }

    private Path constant(String name, int value) throws IOException {
        ImagePlus image = IJ.createImage("constant", 16, 16, 1, 8);
        image.getProcessor().setValue(value);
        image.getProcessor().fill();
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageFiles.save(image, file);
        return file;
    }

    /** Constant images differ by their brightness alone. */
    @Test
    void aFitTakesTheBrightnessAway() throws IOException {
        Path black = constant("black.png", 0);
        Path gray = constant("gray.png", 51);

        assertEquals(new Call(0, "PSNR inf\nSSIM 1.0000\n", ""), Call.ndr("evaluate", "-q", "--fit", gray, black));
    }

    /** Errors of 51 before and 17 after, which is 20 log10(255 / 17) dB. */
    @Test
    void whereItHelpedIsPrintedAndStored() throws IOException {
        Path black = constant("black.png", 0);
        Path noisy = constant("noisy.png", 51);
        Path restored = constant("restored.png", 17);
        Path difference = folder.resolve("difference.tif");

        Call call = Call.ndr("evaluate", "-q", restored, black, "--degraded", noisy, "--difference", difference);

        assertEquals(
                new Call(
                        0,
                        """
                        PSNR 23.52
                        SSIM 0.0220
                        Better 100.0 %
                        Worse 0.0 %
                        Gain 34.00
                        """,
                        ""),
                call); // the SSIM is C1 / (17² + C1)
        ImagePlus stored = ImageFiles.open(difference);
        assertEquals(32, stored.getBitDepth());
        assertEquals(34, stored.getProcessor().getf(7, 7));
        assertEquals(34, stored.getDisplayRangeMax());
        assertEquals(-34, stored.getDisplayRangeMin());
        Call again = Call.ndr("evaluate", restored, black, "--degraded", noisy, "--difference", difference);
        assertEquals(
                new Call(1, "", "ndr: '" + difference + "' exists already; add --overwrite to replace it.\n"), again);
        assertEquals(
                2,
                Call.ndr("evaluate", restored, black, "--degraded", noisy, "--difference", folder.resolve("d.png"))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"degraded", "reference", "result"})
    void differencesNeverReplaceWhatIsCompared(String where) throws IOException {
        for (String part : List.of("result", "reference", "degraded")) constant(part + "/a.tif", 17);

        Call call = Call.ndr(
                "evaluate",
                folder.resolve("result"),
                folder.resolve("reference"),
                "--degraded",
                folder.resolve("degraded"),
                "--difference",
                folder.resolve(where),
                "--overwrite");

        Path file = folder.resolve(where).resolve("a.tif");
        assertEquals("ndr: '" + file + "' is input and output; give the output another name or folder.\n", call.err());
        assertEquals(17, ImageFiles.open(file).getProcessor().getf(0, 0));
    }

    @Test
    void foldersAreComparedWithAFolderOfDegradedImages() throws IOException {
        constant("result/a.png", 17);
        constant("result/b.tif", 30);
        constant("reference/a.png", 0);
        constant("reference/b.png", 0);
        constant("degraded/a.tif", 51);
        constant("degraded/b.png", 20);
        Path output = folder.resolve("differences");

        Call call = Call.ndr(
                "evaluate",
                "-q",
                folder.resolve("result"),
                folder.resolve("reference"),
                "--degraded",
                folder.resolve("degraded"),
                "--difference",
                output);

        assertEquals(0, call.code(), call.err());
        List<String> lines = call.out().lines().toList();
        assertTrue(lines.get(0).endsWith("  Better 100.0 %  Worse 0.0 %  Gain 34.00"), call.out());
        assertTrue(lines.get(1).endsWith("  Better 0.0 %  Worse 100.0 %  Gain -10.00"), call.out());
        assertTrue(lines.get(2).endsWith("  Better 50.0 %  Worse 50.0 %  Gain 12.00"), call.out());
        assertEquals(
                -10, ImageFiles.open(output.resolve("b.tif")).getProcessor().getf(0, 0));
        assertEquals(34, ImageFiles.open(output.resolve("a.tif")).getProcessor().getf(0, 0));
        Files.delete(folder.resolve("degraded/a.tif"));
        Call missing = Call.ndr(
                "evaluate",
                folder.resolve("result"),
                folder.resolve("reference"),
                "--degraded",
                folder.resolve("degraded"));
        assertTrue(missing.err().startsWith("ndr: There is no degraded image for "), missing.err());
    }
}
