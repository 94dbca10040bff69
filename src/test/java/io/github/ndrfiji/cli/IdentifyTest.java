package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.command.KnowingModel;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifyTest {

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = folder.resolve("knowing.ndr");
        KnowingModel.bundle().write(model);
        Files.createDirectory(folder.resolve("images"));
    }

    private Path save(String name, ImagePlus image) throws IOException {
        Path file = folder.resolve("images").resolve(name);
        ImageFiles.save(image, file);
        return file;
    }

    @Test
    void everyImageOfAFolderIsNamedInALine() throws IOException {
        save("a.tif", KnowingModel.smooth());
        save("b.tif", KnowingModel.noisy());
        Call call = Call.ndr("identify", folder.resolve("images"), "--model", model, "--device", "cpu", "-q");
        assertEquals(0, call.code(), call.err());
        assertEquals(
                "a.tif  clean 1.00\nb.tif  noise 1.00 (like noise:25)\n",
                call.out().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void everyPlaneAndChannelHasALine() throws IOException {
        Path cells = save("cells.tif", TestImages.hyperstack(8));
        Call call = Call.ndr("identify", cells, "--model", model, "--device", "cpu", "-q");
        assertEquals(0, call.code(), call.err());
        assertEquals(2 * 3 * 2, call.out().lines().count());
        assertTrue(call.out().contains("cells.tif  C2 Z3 T1  "), call.out());
    }

    @Test
    void whatTheModelNeverSawIsCalledSo() throws IOException {
        Path strange = save("strange.tif", KnowingModel.bright());
        Call call = Call.ndr("identify", strange, "--model", model, "--device", "cpu", "-q", "--range", "0:255");
        assertTrue(call.out().startsWith("strange.tif  unlike all that '"), call.out());
    }

    @Test
    void aModelWithoutFingerprintsIsRefused() throws IOException {
        Path image = save("a.tif", KnowingModel.smooth());
        Path old = Path.of("src", "test", "resources", "bundles", "format-1.ndr");
        Call call = Call.ndr("identify", image, "--model", old);
        assertEquals(Ndr.WRONG_CALL, call.code());
        assertTrue(call.err().contains("has no fingerprints"), call.err());
    }

    @Test
    void aMissingFileIsRefusedAndABrokenOneDoesNotStopTheOthers() throws IOException {
        Call missing = Call.ndr("identify", folder.resolve("no.tif"), "--model", model);
        assertEquals(Ndr.FAILED, missing.code());
        assertTrue(missing.err().contains("no.tif' does not exist"), missing.err());
        Path image = save("b.tif", KnowingModel.noisy());
        Path broken = folder.resolve("images").resolve("broken.tif");
        Files.writeString(broken, "no image");
        Call call = Call.ndr("identify", broken, image, "--model", model, "-q");
        assertEquals(Ndr.FAILED, call.code());
        assertTrue(call.out().startsWith("b.tif  noise"), call.out());
        assertTrue(call.err().contains("broken.tif' cannot be opened"), call.err());
    }
}
