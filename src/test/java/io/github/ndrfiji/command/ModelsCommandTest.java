package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.model.ModelBundle;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ModelsCommandTest extends CommandTest {

    private String text(Map<String, Object> inputs) throws Exception {
        return (String) run(ModelsCommand.class, inputs).getOutput("text");
    }

    @Test
    void theListHasTheShippedModelAndTheFolder() throws Exception {
        String text = text(Map.of("action", "list"));

        assertTrue(text.startsWith("general (shipped): "), text);
        assertTrue(text.contains(models.toString()), text);
    }

    @Test
    void theCardIsThatOfTheBundle() throws Exception {
        String card = text(Map.of("action", "card", "model", "general"));

        assertTrue(card.startsWith("# general"), card);
    }

    @Test
    void aModelIsInstalledAndRemoved() throws Exception {
        String name = ModelBundle.read(MODEL).info().name();

        String installed = text(Map.of("action", "install", "file", MODEL.toFile()));
        assertTrue(installed.startsWith("Installed the model '" + name + "'."), installed);
        assertTrue(installed.contains(name + " (installed): "), installed);
        assertTrue(Files.exists(models.resolve(name + ".ndr")));

        String removed = text(Map.of("action", "remove", "model", name));
        assertTrue(removed.startsWith("Removed the model '" + name + "'."), removed);
        assertFalse(Files.exists(models.resolve(name + ".ndr")));
    }

    @Test
    void whatCannotBeDoneIsExplained() {
        assertEquals("No model file is given; choose a .ndr file to install.", failure(Map.of("action", "install")));
        assertEquals(
                "The model 'general' is shipped with NDR-Restore and cannot be removed.",
                failure(Map.of("action", "remove", "model", "general")));
        assertEquals(
                "'eat' cannot be done with models; take list, card, install or remove.",
                failure(Map.of("action", "eat")));
    }

    private String failure(Map<String, Object> inputs) {
        return messageOf(assertThrows(ExecutionException.class, () -> text(inputs)));
    }
}
