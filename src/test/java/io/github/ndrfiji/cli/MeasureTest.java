package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusMeasurer;
import io.github.ndrfiji.command.MeasuredShares;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.RegionChoice;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureTest {

    /** A network of random numbers. */
    private static final Path MODEL = Path.of("src", "test", "resources", "bundles", "format-1.ndr");

    @TempDir
    Path folder;

    /** Of a file with a selection too the whole image is measured. */
    @Test
    void aTableOfEveryFilePlaneAndChannelIsPrinted() throws IOException {
        Path input = folder.resolve("cells, \"noisy\".tif");
        ImagePlus image = TestImages.hyperstack(16);
        ImageFiles.save(image, input);
        List<MeasuredShares> expected;
        try (ImagePlusMeasurer measurer =
                ImagePlusMeasurer.open(MODEL.toString(), "cpu", RestoreOptions.defaults(), AffinityLevel.SECOND)) {
            expected = measurer.measure(image, RegionChoice.IMAGE, Progress.NONE);
        }

        Call call = Call.ndr("measure", "-q", input, "--model", MODEL, "--device", "cpu", "--level", "2");

        assertEquals(0, call.code(), call.err());
        assertEquals("", call.err());
        List<String> lines = call.out().lines().toList();
        assertEquals(13, lines.size());
        assertTrue(lines.get(0).startsWith("Image,Channel,Slice,Frame,Pixels,Dominant,Entropy,A1,A2,A3"), lines.get(0));
        MeasuredShares second = expected.get(9); // channel 2 of slice 2 of frame 2
        String begin = "\"" + folder + "/cells, \"\"noisy\"\".tif\",2,2,2,117,"
                + second.shares().dominant() + ",";
        assertTrue(lines.get(10).startsWith(begin), lines.get(10));
        String[] numbers = lines.get(10).substring(begin.length()).split(",");
        assertEquals(second.shares().shares().size() + 1, numbers.length);
        assertEquals(second.shares().entropy(), Double.parseDouble(numbers[0]), 5e-7);
        double sum = 0;
        for (int n = 1; n < numbers.length; n++) {
            assertEquals(second.shares().shares().get(n - 1), Double.parseDouble(numbers[n]), 5e-7);
            sum += Double.parseDouble(numbers[n]);
        }
        assertEquals(1, sum, 1e-4);
    }

    @Test
    void aFolderGivesOneFileAndWhatFailsIsTold() throws IOException {
        Path plate = Files.createDirectory(folder.resolve("plate"));
        ImageFiles.save(TestImages.plane(8), plate.resolve("A01.tif"));
        ImageFiles.save(TestImages.withPalette(), plate.resolve("A02.tif"));
        ImageFiles.save(TestImages.plane(16), plate.resolve("A03.tif"));
        Path table = folder.resolve("plate.csv");

        Call call = Call.ndr("measure", "-q", plate, "-o", table, "--model", MODEL);

        assertEquals(1, call.code());
        assertEquals("", call.out());
        assertTrue(call.err().startsWith("ndr: 'A02.tif' shows its 8-bit values by a palette"), call.err());
        List<String> lines = Files.readAllLines(table);
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith(plate.resolve("A01.tif") + ",1,1,1,117,"), lines.get(1));
        assertTrue(lines.get(2).startsWith(plate.resolve("A03.tif") + ",1,1,1,117,"), lines.get(2));

        Call again = Call.ndr("measure", plate, "-o", table, "--model", MODEL);

        assertEquals(new Call(1, "", "ndr: '" + table + "' exists already; add --overwrite to replace it.\n"), again);
    }

    @Test
    void whatCannotBeginIsToldFirst() throws IOException {
        Path missing = folder.resolve("missing.tif");
        assertEquals(
                new Call(1, "", "ndr: '" + missing + "' does not exist; check the path of the input.\n"),
                Call.ndr("measure", missing, "--model", MODEL));
        Path plane = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(8), plane);
        assertEquals(
                new Call(1, "", "ndr: '" + folder + "' is a folder; give a file for the table, such as table.csv.\n"),
                Call.ndr("measure", plane, "-o", folder, "--model", MODEL));
        assertEquals(2, Call.ndr("measure", plane, "--model", "no such model").code());
    }

    @Test
    void anInterruptLeavesNoTable() throws IOException {
        Path plane = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(8), plane);
        Path table = folder.resolve("table.csv");
        Interrupt interrupt = Interrupt.manual();
        interrupt.request();

        Call call = Call.interruptedBy(interrupt, "measure", plane, "-o", table, "--model", MODEL);

        assertEquals(new Call(130, "", Call.device() + "ndr: Cancelled by the user.\n"), call);
        assertFalse(Files.exists(table));
    }
}
