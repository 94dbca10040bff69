package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.Module;

class EvaluateCommandTest extends CommandTest {

    private final ResultsTable results = ResultsTable.getResultsTable();

    @BeforeEach
    @AfterEach
    void emptyTheResults() {
        results.reset();
    }

    /** Of two time points one is off by 51 everywhere: 20 log10(255/51) dB, and over both half the squared error. */
    @Test
    void everyPlaneGetsALineAndTheWholeImageTheLast() throws Exception {
        ImagePlus reference = IJ.createHyperStack("reference", 16, 16, 1, 1, 2, 8);
        ImagePlus image = reference.duplicate();
        image.setTitle("image");
        image.getStack().getProcessor(2).add(51);

        Module done = run(EvaluateCommand.class, Map.of("image", image, "reference", reference));

        double second = 20 * Math.log10(255 / 51.0);
        double whole = second + 10 * Math.log10(2);
        assertEquals(3, results.size());
        assertEquals(Double.POSITIVE_INFINITY, results.getValue("PSNR", 0));
        assertEquals(second, results.getValue("PSNR", 1), 1e-4);
        assertEquals(2, results.getValue("T", 1));
        assertEquals("image", results.getLabel(1));
        assertEquals(whole, results.getValue("PSNR", 2), 1e-4);
        assertEquals("image, whole", results.getLabel(2));
        assertEquals(whole, (double) done.getOutput("psnr"), 1e-4);
        assertEquals(results.getValue("SSIM", 2), (double) done.getOutput("ssim"));
    }

    @Test
    void aRangeCanBeGiven() throws Exception {
        ImagePlus reference = IJ.createImage("reference", 16, 16, 1, 16);
        ImagePlus image = reference.duplicate();
        image.getProcessor().add(100);

        Module done = run(EvaluateCommand.class, Map.of("image", image, "reference", reference, "range", "1000"));

        assertEquals(20, (double) done.getOutput("psnr"), 1e-4); // a tenth of the range
    }

    @Test
    void aWrongRangeIsExplained() {
        ImagePlus image = IJ.createImage("image", 16, 16, 1, 8);

        Exception e = assertThrows(
                ExecutionException.class,
                () -> run(EvaluateCommand.class, Map.of("image", image, "reference", image, "range", "wide")));

        assertEquals("The data range is 'wide', but must be auto or a number above 0, such as 255.", messageOf(e));
        assertEquals(0, results.size());
    }

    @Test
    void aMissingReferenceIsExplained() {
        ImagePlus image = IJ.createImage("image", 16, 16, 1, 8);

        Exception e = assertThrows(ExecutionException.class, () -> run(EvaluateCommand.class, Map.of("image", image)));

        assertEquals("There is no image to work on; open one, or check the title or ID that was given.", messageOf(e));
    }

    @Test
    void aFitIsAsked() throws Exception {
        ImagePlus reference = IJ.createImage("reference", "16-bit ramp", 16, 16, 1);
        ImagePlus image = reference.duplicate();
        image.getProcessor().multiply(0.5);
        image.getProcessor().add(100);

        Module done = run(
                EvaluateCommand.class, Map.of("image", image, "reference", reference, "range", "65535", "fit", true));

        // Half of a whole number is off by a half at most: a rounding error of 1 of 65535 after the fit, 96 dB.
        assertEquals(true, (double) done.getOutput("psnr") > 96);
    }

    /** The error of the first plane falls from 51 to 17, that of the second is 0 before and 10 after. */
    @Test
    void whereItHelpedIsShownAndCounted() throws Exception {
        ImagePlus reference = IJ.createHyperStack("reference", 16, 16, 1, 1, 2, 8);
        ImagePlus degraded = reference.duplicate();
        degraded.getStack().getProcessor(1).add(51);
        ImagePlus image = reference.duplicate();
        image.setTitle("image");
        image.getStack().getProcessor(1).add(17);
        image.getStack().getProcessor(2).add(10);
        Map<String, Object> inputs = Map.of("image", image, "reference", reference, "degraded", degraded);

        Module without = run(EvaluateCommand.class, inputs);
        assertNull(without.getOutput("difference"));
        assertFalse(results.columnExists("Gain"));
        results.reset();
        Map<String, Object> asked = new HashMap<>(inputs);
        asked.put("helped", true);
        ImagePlus difference = (ImagePlus) run(EvaluateCommand.class, asked).getOutput("difference");

        assertEquals("image-difference", difference.getTitle());
        assertEquals(34, difference.getStack().getProcessor(1).getf(3, 3));
        assertEquals(-10, difference.getStack().getProcessor(2).getf(3, 3));
        assertEquals(34, results.getValue("Gain", 0));
        assertEquals(1, results.getValue("Worse", 1));
        assertEquals(0.5, results.getValue("Better", 2));
        assertEquals(12, results.getValue("Gain", 2));
        asked.remove("degraded");
        Exception e = assertThrows(ExecutionException.class, () -> run(EvaluateCommand.class, asked));
        assertTrue(messageOf(e).contains("no degraded image is given; open it and choose it."), messageOf(e));
        assertEquals(3, results.size());
    }
}
