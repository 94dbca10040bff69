package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.Module;

class IdentifyCommandTest extends CommandTest {

    private Path knowing;

    @BeforeEach
    void write() throws Exception {
        knowing = models.resolve("knowing.ndr");
        KnowingModel.bundle().write(knowing);
        ResultsTable.getResultsTable().reset();
    }

    @Test
    void everyPlaneHasALineWithItsDegradationAndTheConfidenceInAll() throws Exception {
        ImageStack stack = new ImageStack(48, 48);
        stack.addSlice(KnowingModel.smooth().getProcessor());
        stack.addSlice(KnowingModel.noisy().getProcessor());
        stack.addSlice(KnowingModel.bright().getProcessor());
        ImagePlus image = new ImagePlus("cells", stack);

        Module done = run(IdentifyCommand.class, Map.of("image", image, "model", "knowing", "device", "cpu"));

        assertEquals("clean", done.getOutput("degradation"));
        assertEquals(1.0, (double) done.getOutput("confidence"), 0.01);
        ResultsTable table = ResultsTable.getResultsTable();
        assertEquals(3, table.size());
        assertEquals("clean", table.getStringValue("Degradation", 0));
        assertEquals("noise", table.getStringValue("Degradation", 1));
        assertEquals("noise:25", table.getStringValue("Like", 1));
        assertEquals("unlike all", table.getStringValue("Degradation", 2));
        for (int row = 0; row < 3; row++) {
            assertEquals("cells", table.getStringValue("Image", row));
            assertEquals(row + 1, table.getValue("Slice", row));
            assertEquals(1, table.getValue("noise", row) + table.getValue("clean", row), 1e-9);
        }
    }

    @Test
    void theSelectionAloneIsLookedAt() throws Exception {
        ImagePlus image =
                new ImagePlus("halves", KnowingModel.smooth().getProcessor().resize(512, 48));
        for (int x = 384; x < 512; x += 48)
            image.getProcessor().insert(KnowingModel.noisy().getProcessor(), x, 0);
        image.setRoi(460, 8, 40, 30);
        run(IdentifyCommand.class, Map.of("image", image, "model", "knowing", "device", "cpu"));
        run(IdentifyCommand.class, Map.of("image", image, "model", "knowing", "device", "cpu", "roi", true));
        ResultsTable table = ResultsTable.getResultsTable();
        assertTrue(table.getValue("noise", 0) < 0.5, "mostly smooth");
        assertTrue(table.getValue("noise", 1) > 0.5, "noisy where selected");
    }

    @Test
    void aModelWithoutFingerprintsIsRefused() {
        Map<String, Object> inputs = Map.of("image", KnowingModel.smooth(), "file", MODEL.toFile());
        ExecutionException refused = assertThrows(ExecutionException.class, () -> run(IdentifyCommand.class, inputs));
        assertTrue(messageOf(refused).contains("has no fingerprints"), messageOf(refused));
    }

    @Test
    void noImageIsRefused() {
        ExecutionException refused =
                assertThrows(ExecutionException.class, () -> run(IdentifyCommand.class, Map.of("model", "knowing")));
        assertTrue(messageOf(refused).contains("There is no image to work on"), messageOf(refused));
    }
}
