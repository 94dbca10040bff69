package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.RegionChoice;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.RestoreOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Cancelable;
import org.scijava.event.EventService;
import org.scijava.module.Module;

class MeasureCommandTest extends CommandTest {

    private final ResultsTable results = ResultsTable.getResultsTable();

    @BeforeEach
    @AfterEach
    void emptyTheResults() {
        results.reset();
    }

    @Test
    void theTableHoldsWhatTheLibraryMeasures() throws Exception {
        ImagePlus image = TestImages.hyperstack(16);
        List<MeasuredShares> expected;
        try (ImagePlusMeasurer measurer =
                ImagePlusMeasurer.open(MODEL.toString(), "cpu", RestoreOptions.defaults(), AffinityLevel.FIRST)) {
            expected = measurer.measure(image, RegionChoice.SELECTION, Progress.NONE);
        }

        run(MeasureCommand.class, Map.of("image", image, "file", MODEL.toFile(), "device", "cpu", "level", "1"));

        assertEquals(12, results.size());
        for (int i = 0; i < 12; i++) {
            MeasuredShares row = expected.get(i);
            assertEquals("cells.tif", results.getStringValue("Image", i));
            assertEquals("selection", results.getStringValue("ROI", i));
            assertEquals(row.channel(), results.getValue("Channel", i));
            assertEquals(row.slice(), results.getValue("Slice", i));
            assertEquals(row.frame(), results.getValue("Frame", i));
            assertEquals(20, results.getValue("Pixels", i)); // the image's selection of 5 x 4
            assertEquals(row.shares().dominant(), results.getValue("Dominant", i));
            assertEquals(row.shares().entropy(), results.getValue("Entropy", i));
            double sum = 0;
            for (int n = 1; n <= row.shares().shares().size(); n++) {
                assertEquals(row.shares().shares().get(n - 1), results.getValue("A" + n, i));
                sum += results.getValue("A" + n, i);
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Test
    void aSecondImageIsAddedToTheTable() throws Exception {
        Map<String, Object> inputs = Map.of("image", TestImages.plane(8), "file", MODEL.toFile(), "regions", "image");

        run(MeasureCommand.class, inputs);
        run(MeasureCommand.class, inputs);

        assertEquals(2, results.size());
        assertEquals(results.getValue("A1", 0), results.getValue("A1", 1));
        assertEquals("whole image", results.getStringValue("ROI", 1));
    }

    @Test
    void whatIsWrongIsToldAndTheTableRemains() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("model", "no such model"),
                Map.of("file", MODEL.toFile(), "level", "7"),
                Map.of("file", MODEL.toFile(), "regions", "all"))) {
            var inputs = new java.util.HashMap<>(wrong);
            inputs.put("image", TestImages.plane(8));
            Exception e = assertThrows(ExecutionException.class, () -> run(MeasureCommand.class, inputs));
            assertTrue(messageOf(e).startsWith("There "), messageOf(e));
        }
        Exception e =
                assertThrows(ExecutionException.class, () -> run(MeasureCommand.class, Map.of("file", MODEL.toFile())));
        assertTrue(messageOf(e).startsWith("There is no image to work on"), messageOf(e));
        assertEquals(0, results.size());
    }

    @Test
    void cancellingLeavesTheTableAsItWas() throws Exception {
        Object canceller = new RestoreCommandTest.CancelEveryTask();
        context.service(EventService.class).subscribe(canceller);

        Module done = run(MeasureCommand.class, Map.of("image", TestImages.hyperstack(8), "file", MODEL.toFile()));

        assertTrue(((Cancelable) done).isCanceled());
        assertEquals(0, results.size());
    }
}
