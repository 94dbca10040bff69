package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ndr restore --maps}. */
class RestoreAndMapTest {

    /** A network of random numbers: it shows that everything runs, not that it restores. */
    private static final Path MODEL = Path.of("src", "test", "resources", "bundles", "format-1.ndr");

    @TempDir
    Path inputs;

    @TempDir
    Path folder;

    private Path input;
    private Path restored;
    private Path maps;

    @BeforeEach
    void save() throws IOException {
        input = inputs.resolve("cells.tif");
        ImageFiles.save(TestImages.hyperstack(16), input);
        restored = folder.resolve("restored.tif");
        maps = folder.resolve("maps.tif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--layers dominant,entropy,change,top --top 2 --level 1"})
    void bothAreWhatTheTwoCommandsGive(String choice) throws IOException {
        Path restoredAlone = folder.resolve("restored-alone.tif");
        Path mapsAlone = folder.resolve("maps-alone.tif");

        Call both = ndr(choice, "restore", input, "-o", restored, "--maps", maps);

        assertEquals(0, both.code(), both.err());
        assertTrue(both.err().contains(input + " -> " + restored + ", " + maps + "  ("), both.err());
        ndr("", "restore", input, "-o", restoredAlone);
        ndr(choice, "maps", input, "-o", mapsAlone);
        assertSame(restoredAlone, restored);
        assertSame(mapsAlone, maps);
        ImagePlus hyperstack = ImageFiles.open(maps);
        assertEquals(3, hyperstack.getNSlices());
        assertEquals(2, hyperstack.getNFrames());
        assertEquals("micron", hyperstack.getCalibration().getUnit());
    }

    private static void assertSame(Path expectedFile, Path actualFile) throws IOException {
        ImagePlus expected = ImageFiles.open(expectedFile);
        ImagePlus actual = ImageFiles.open(actualFile);
        assertArrayEquals(expected.getDimensions(), actual.getDimensions());
        assertEquals(expected.getBitDepth(), actual.getBitDepth());
        assertTrue(expected.getCalibration().equals(actual.getCalibration()));
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertEquals(expected.getStack().getSliceLabel(i), actual.getStack().getSliceLabel(i));
            assertArrayEquals(
                    (float[]) expected.getStack()
                            .getProcessor(i)
                            .convertToFloatProcessor()
                            .getPixels(),
                    (float[]) actual.getStack()
                            .getProcessor(i)
                            .convertToFloatProcessor()
                            .getPixels(),
                    1e-5f);
        }
    }

    /** A restoration with maps asks for an interrupt as often as one without: once a batch of tiles, not twice. */
    @Test
    void theNetworkRunsOnce() throws IOException {
        ImageFiles.save(IJ.createImage("ramp", "8-bit ramp", 200, 150, 1), input);
        CountedInterrupt alone = CountedInterrupt.never();
        CountedInterrupt both = CountedInterrupt.never();

        interruptedBy(alone, "restore", input, "-o", folder.resolve("alone.tif"));
        interruptedBy(both, "restore", input, "-o", restored, "--maps", maps);

        assertTrue(alone.asked() > 12 / Torch.threads(), "the image has 4 x 3 tiles, one for each core at a time");
        assertEquals(alone.asked(), both.asked());
    }

    @Test
    void theResultsOfSeveralImagesGoToTwoFolders() throws IOException {
        ImageFiles.save(TestImages.plane(8), inputs.resolve("plane.png"));

        Call call =
                ndr("--layers dominant", "restore", inputs, "-o", folder.resolve("r"), "--maps", folder.resolve("m"));

        assertEquals(0, call.code(), call.err());
        assertEquals(Set.of("r/cells.tif", "r/plane.png", "m/cells.tif", "m/plane.tif"), files());
    }

    @Test
    void neitherReplacesAFileUnasked() throws IOException {
        Files.writeString(maps, "old");

        Call refused = ndr("", "restore", input, "-o", restored, "--maps", maps);
        Call other = ndr("", "restore", input, "-o", maps, "--maps", restored);
        Call asked = ndr("--overwrite", "restore", input, "-o", restored, "--maps", maps);

        assertEquals(1, refused.code());
        assertEquals("ndr: '" + maps + "' exists already; add --overwrite to replace it.\n", refused.err());
        assertEquals(refused, other);
        assertEquals(0, asked.code(), asked.err());
        assertEquals(32, ImageFiles.open(maps).getBitDepth());
        assertEquals(Set.of("restored.tif", "maps.tif"), files());
    }

    @Test
    void theMapsDoNotReplaceTheInput() throws IOException {
        Call call = ndr("--overwrite", "restore", input, "-o", restored, "--maps", input);

        assertEquals(1, call.code());
        assertTrue(call.err().contains("is input and output"), call.err());
        assertEquals(Set.of(), files());
    }

    @Test
    void aFolderInAResultsPlaceIsSeenBeforeTheWork() throws IOException {
        Files.createDirectories(folder.resolve("m/cells.tif"));

        Call call = ndr("--overwrite", "restore", input, "-o", restored, "--maps", folder.resolve("m"));

        assertEquals(1, call.code());
        assertTrue(call.err().contains("is a folder where a result should be"), call.err());
    }

    @Test
    void oneFileForBothIsRefusedHoweverItIsWritten() throws IOException {
        Path same = Files.createDirectory(folder.resolve("r"));

        Call file = ndr("", "restore", input, "-o", same, "--maps", same.resolve("cells.tif"));
        Call folders = ndr("", "restore", inputs, "-o", same, "--maps", folder.resolve("r/../r"));

        for (Call call : List.of(file, folders)) {
            assertEquals(2, call.code());
            assertTrue(call.err().startsWith("ndr: Two results would be '"), call.err());
        }
        assertEquals(Set.of(), files());
    }

    /** The last question comes just before both are saved. */
    @Test
    void aCancelAtAnyTimeLeavesTheOldFiles() throws IOException {
        CountedInterrupt whole = CountedInterrupt.never();
        interruptedBy(whole, "restore", input, "-o", restored, "--maps", maps);
        Files.writeString(restored, "old");
        Files.delete(maps);

        for (int n : new int[] {1, whole.asked() / 2, whole.asked()}) {
            Call call = interruptedBy(
                    CountedInterrupt.at(n), "restore", input, "-o", restored, "--maps", maps, "--overwrite");

            assertEquals(Ndr.INTERRUPTED, call.code());
            assertEquals("old", Files.readString(restored));
            assertEquals(Set.of("restored.tif"), files());
        }
    }

    private static Call ndr(String options, Object... args) {
        return call(Interrupt.manual(), options, args);
    }

    private static Call interruptedBy(Interrupt interrupt, Object... args) {
        return call(interrupt, "", args);
    }

    private static Call call(Interrupt interrupt, String options, Object... args) {
        List<Object> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--model", MODEL, "--device", "cpu"));
        if (!options.isEmpty()) all.addAll(List.of(options.split(" ")));
        return Call.interruptedBy(interrupt, all.toArray());
    }

    /** Of all results, with what is hidden too. */
    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }
}
