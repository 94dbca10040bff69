package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.model.ModelRegistry.Model;
import io.github.ndrfiji.model.ModelRegistry.Source;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the model "format-1" as the one that is shipped. */
class ModelRegistryTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Path file;
    private ModelRegistry registry;

    @BeforeEach
    void makeAFileToInstall() throws IOException {
        folder = temporary.resolve("made/when/needed");
        file = temporary.resolve("download.ndr");
        Bundles.named("cells").write(file);
        registry = new ModelRegistry(folder, "/bundles/");
    }

    @Test
    void listsAndOpensWhatIsShipped() throws IOException {
        assertEquals(List.of(new Model("format-1", "Random weights for tests", Source.SHIPPED)), registry.list());
        assertEquals("format-1", registry.open("format-1").info().name());
    }

    @Test
    void listsAndOpensWhatIsInstalled() throws IOException {
        assertEquals("cells", registry.install(file, false));
        assertEquals(
                new Model("cells", "Random weights for tests", Source.INSTALLED),
                registry.list().get(1));
        assertEquals(Bundles.named("cells"), registry.open("cells"));
        assertEquals(-1, Files.mismatch(file, folder.resolve("cells.ndr")));
    }

    @Test
    void opensAFileByItsPath() throws IOException {
        assertEquals(Bundles.named("cells"), registry.open(file.toString()));
    }

    @Test
    void anUnknownNameListsThoseThatThereAre() throws IOException {
        registry.install(file, false);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> registry.open("cell"));
        assertEquals(
                "There is no model and no file called 'cell'; the models are [format-1, cells]."
                        + " Use one of these, or the path of a .ndr file.",
                e.getMessage());
    }

    @Test
    void installingTwiceHasToBeAskedFor() throws IOException {
        registry.install(file, false);
        FileAlreadyExistsException e =
                assertThrows(FileAlreadyExistsException.class, () -> registry.install(file, false));
        assertTrue(e.getMessage().endsWith("a model 'cells' is installed; remove it first, or overwrite it"));
        registry.install(file, true);
        assertEquals(2, registry.list().size());
    }

    @Test
    void aDamagedFileIsNotInstalled() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThrows(ModelFormatException.class, () -> registry.install(file, false));
        assertFalse(Files.exists(folder));
    }

    @Test
    void aShippedModelCanBeNeitherReplacedNorRemoved() throws IOException {
        Bundles.named("format-1").write(file);
        assertThrows(FileAlreadyExistsException.class, () -> registry.install(file, true));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> registry.remove("format-1"));
        assertEquals("The model 'format-1' is shipped with NDR-Restore and cannot be removed.", e.getMessage());
    }

    @Test
    void aRemovedModelIsGone() throws IOException {
        registry.install(file, false);
        registry.remove("cells");
        assertEquals(1, registry.list().size());
        assertThrows(IllegalArgumentException.class, () -> registry.remove("cells"));
        assertThrows(IllegalArgumentException.class, () -> registry.remove("../download"));
    }

    @Test
    void aRemovedModelTakesAlongWhatItsTrainingLeft() throws IOException {
        registry.install(file, false);
        for (String left : List.of(".checkpoint", ".ndr.checkpoint", "-report.html", "-losses.csv", "-validation.csv"))
            Files.writeString(folder.resolve("cells" + left), "");
        Files.writeString(folder.resolve("cells-2.checkpoint"), "of another model");

        registry.remove("cells");

        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("cells-2.checkpoint"),
                    files.map(path -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void anInstalledFileThatCannotBeOpenedIsListedWithTheReason() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("broken.ndr"), "not a zip");
        String description = registry.list().get(1).description();
        assertTrue(description.startsWith("cannot be opened: "), description);
        assertThrows(ModelFormatException.class, () -> registry.open("broken"));
    }

    /** Holds for whatever models this version ships. */
    @Test
    void everyShippedModelOpensUnderItsName() throws IOException {
        ModelRegistry shipped = new ModelRegistry(folder);
        for (Model model : shipped.list())
            assertEquals(model.name(), shipped.open(model.name()).info().name());
    }
}
