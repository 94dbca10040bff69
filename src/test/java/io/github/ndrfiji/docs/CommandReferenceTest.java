package io.github.ndrfiji.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

class CommandReferenceTest {

    @Test
    void thePageSaysWhatTheCommandsSay() throws IOException {
        assertEquals(
                CommandReference.text(),
                Files.readString(CommandReference.FILE),
                "make the page anew by scripts/make-docs");
    }

    /** What ImageJ's macros can name: they turn keys into lower case, and end them at a blank. */
    @Test
    void everyParameterHasANameForMacrosAndATooltip() {
        try (Context context = new Context()) {
            for (CommandInfo info : CommandReference.commands(context))
                for (ModuleItem<?> input : info.inputs()) {
                    if (input.getType().getName().startsWith("org.scijava.")) continue;
                    assertTrue(input.getName().matches("[a-z]+"), info + ": " + input.getName());
                    assertTrue(input.getDescription().endsWith("."), info + ": " + input.getName());
                }
        }
    }
}
