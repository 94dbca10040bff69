package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.figure.ModelFigure;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.model.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapsTest {

    /** A network of random numbers: it shows that everything runs, not that the maps mean anything. */
    private static final Path MODEL = Path.of("src", "test", "resources", "bundles", "format-1.ndr");

    @TempDir
    Path folder;

    @Test
    void withoutFurtherOptionsAllAffinitiesOfEveryChannelAreStored() throws IOException {
        int learned = ModelBundle.read(MODEL).info().network().n();
        Path input = folder.resolve("cells.tif");
        ImagePlus image = TestImages.hyperstack(16);
        ImageFiles.save(image, input);
        Path output = folder.resolve("maps.tif");

        Call call = Call.ndr("maps", input, "-o", output, "--model", MODEL, "--device", "cpu");

        assertEquals(0, call.code(), call.err());
        ImagePlus maps = ImageFiles.open(output);
        assertEquals(32, maps.getBitDepth());
        assertArrayEquals(new int[] {13, 9, 2 * learned, 3, 2}, maps.getDimensions());
        assertEquals("micron", maps.getCalibration().getUnit());
        assertEquals(0.25, maps.getCalibration().pixelWidth);
        assertEquals(30, maps.getCalibration().frameInterval);
        int slice = maps.getStackIndex(learned + 2, 3, 2); // the second affinity of the second channel
        String own = image.getStack().getSliceLabel(image.getStackIndex(2, 3, 2));
        assertEquals(own + ": affinity 2", maps.getStack().getSliceLabel(slice));
        for (int z = 1; z <= 3; z++)
            for (int t = 1; t <= 2; t++)
                for (int c = 0; c < 2; c++)
                    for (int p = 0; p < 13 * 9; p++) {
                        double sum = 0;
                        for (int n = 1; n <= learned; n++)
                            sum += maps.getStack()
                                    .getProcessor(maps.getStackIndex(c * learned + n, z, t))
                                    .getf(p);
                        assertEquals(1, sum, 1e-5);
                    }
        String info = maps.getInfoProperty();
        assertTrue(info.startsWith("Objective: 63x\nNDR model: "), info);
        assertTrue(info.endsWith("\nNDR maps: affinities\nNDR level: mean"), info);
    }

    @Test
    void theLayersThatAreAskedForAreStoredInTheirOrder() throws IOException {
        Path output = folder.resolve("maps.tif");

        Call call = Call.ndr(
                "maps",
                "-q",
                Path.of("sample-data", "photo-noisy.png"),
                "-o",
                output,
                "--model",
                MODEL,
                "--layers",
                "dominant,entropy,change,top",
                "--top",
                "2",
                "--level",
                "1");

        assertEquals(new Call(0, "", ""), call);
        ImagePlus maps = ImageFiles.open(output);
        assertEquals(15, maps.getNChannels()); // this network has one channel, and gets the three colours one by one
        List<String> labels = IntStream.rangeClosed(1, 15)
                .mapToObj(maps.getStack()::getSliceLabel)
                .toList();
        assertEquals(List.of("red: dominant degradation", "red: entropy (bits)", "red: change"), labels.subList(0, 3));
        for (String top : labels.subList(3, 5)) assertTrue(top.matches("red: affinity [0-9]+"), top);
        assertEquals("green: dominant degradation", labels.get(5));
        assertEquals(labels.get(4).replace("red", "blue"), labels.get(14));
        assertTrue(maps.getInfoProperty().contains("NDR maps: dominant, entropy, change, top\nNDR level: 1"));
        assertTrue(maps.getStack().getProcessor(3).getStats().max > 0, "a network of random numbers changes something");
    }

    @Test
    void onlyTiffHoldsThem() throws IOException {
        Path input = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(8), input);

        Call call = Call.ndr("maps", input, "-o", folder.resolve("maps.png"), "--model", MODEL);

        assertEquals(2, call.code());
        assertTrue(call.err().contains("cannot hold 32-bit values"), call.err());
    }

    @Test
    void theResultsOfAFolderAreTiffFiles() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("in"));
        ImageFiles.save(TestImages.plane(8), inputs.resolve("a.png"));
        ImageFiles.save(TestImages.plane(16), inputs.resolve("b.tif"));
        Path output = folder.resolve("out");

        Call call = Call.ndr("maps", "-q", inputs, "-o", output, "--model", MODEL, "--layers", "dominant");

        assertEquals(new Call(0, "", ""), call);
        List<String> names = new ArrayList<>();
        for (Path file : ImageFiles.inFolder(output))
            names.add(file.getFileName().toString());
        assertEquals(List.of("a.tif", "b.tif"), names);
    }

    @Test
    void anInterruptLeavesNoFile() throws IOException {
        Path input = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(8), input);
        Path output = folder.resolve("maps.tif");
        Interrupt interrupt = Interrupt.manual();
        interrupt.request();

        Call call = Call.interruptedBy(interrupt, "maps", input, "-o", output, "--model", MODEL);

        assertEquals(new Call(130, "", Call.device() + "ndr: Cancelled by the user.\n"), call);
        assertFalse(Files.exists(output));
    }

    @Test
    void aFigureComesAloneOrWithTheLayers() throws IOException {
        Path input = Path.of("sample-data", "photo-noisy.png");
        Path alone = folder.resolve("alone.png");

        Call call = Call.ndr("maps", "-q", input, "--figure", alone, "--model", MODEL, "--device", "cpu");

        assertEquals(new Call(0, "", ""), call);
        assertArrayEquals(new String[] {"alone.png"}, folder.toFile().list());
        assertEquals(ModelFigure.WIDTH, ImageFiles.open(alone).getWidth());

        Path figure = folder.resolve("figure.png");
        Path maps = folder.resolve("maps.tif");
        Call both = Call.ndr(
                "maps",
                input,
                "--figure",
                figure,
                "-o",
                maps,
                "--model",
                MODEL,
                "--device",
                "cpu",
                "--layers",
                "dominant");

        assertEquals(0, both.code(), both.err());
        assertTrue(both.err().contains("photo-noisy.png -> " + maps + "  ("), both.err());
        assertTrue(both.err().contains("photo-noisy.png -> " + figure), both.err());
        assertEquals(both.err().indexOf("Device:"), both.err().lastIndexOf("Device:"), both.err());
        assertEquals(3, ImageFiles.open(maps).getNChannels());
        assertArrayEquals(Files.readAllBytes(alone), Files.readAllBytes(figure));
    }

    @Test
    void aFigureIsReplacedOnlyWhenThatIsAskedFor() throws IOException {
        Path input = folder.resolve("plane.png");
        ImageFiles.save(TestImages.plane(8), input);
        Path figure = Files.writeString(folder.resolve("figure.png"), "old");

        Call refused = Call.ndr("maps", input, "--figure", figure, "--model", MODEL);

        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("figure.png' exists already; add --overwrite"), refused.err());
        assertEquals("old", Files.readString(figure));
        assertTrue(Call.ndr("maps", input, "--figure", input, "--overwrite", "--model", MODEL)
                .err()
                .contains("is input and output"));
        Call replaced = Call.ndr("maps", "-q", input, "--figure", figure, "--overwrite", "--model", MODEL);
        assertEquals(new Call(0, "", ""), replaced);
        assertEquals(ModelFigure.WIDTH, ImageFiles.open(figure).getWidth());
    }

    @Test
    void aFigureThatCannotBeWrittenIsRefusedBeforeTheWork() throws IOException {
        Path input = folder.resolve("plane.png");
        ImageFiles.save(TestImages.plane(8), input);
        Path maps = folder.resolve("maps.tif");

        Call nowhere = Call.ndr(
                "maps", input, "-o", maps, "--figure", folder.resolve("no").resolve("f.png"), "--model", MODEL);
        assertEquals(1, nowhere.code());
        assertTrue(nowhere.err().contains("does not exist; make it first."), nowhere.err());
        Call several = Call.ndr("maps", input, input, "-o", folder, "--figure", folder.resolve("f.png"));
        assertEquals(2, several.code());
        assertTrue(several.err().contains("--figure is of one image"), several.err());
        Call missing = Call.ndr("maps", folder.resolve("no.png"), "--figure", folder.resolve("f.png"));
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("no.png' does not exist"), missing.err());
        assertFalse(Files.exists(maps));
    }

    @Test
    void anInterruptLeavesNoFigure() throws IOException {
        Path input = folder.resolve("plane.tif");
        ImageFiles.save(TestImages.plane(8), input);
        Path figure = folder.resolve("figure.png");
        Interrupt interrupt = Interrupt.manual();
        interrupt.request();

        Call call = Call.interruptedBy(interrupt, "maps", input, "--figure", figure, "--model", MODEL);

        assertEquals(new Call(130, "", Call.device() + "ndr: Cancelled by the user.\n"), call);
        assertFalse(Files.exists(figure));
    }
}
