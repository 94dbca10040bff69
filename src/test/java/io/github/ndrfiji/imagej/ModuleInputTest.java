package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Parameter;
import org.scijava.service.Service;

class ModuleInputTest {

    private final Context context = new Context(ModuleService.class);
    private final Module module = context.service(ModuleService.class).createModule(new CommandInfo(Everything.class));
    private final ImagePlus cells = IJ.createImage("my cells", 4, 4, 1, 8);

    @AfterEach
    void stopSciJava() {
        context.dispose();
    }

    /** A command with inputs of every kind. */
    public static final class Everything implements Command {
        @Parameter(label = "An image", required = false)
        private ImagePlus image;

        @Parameter(required = true)
        private ImagePlus needed;

        @Parameter(label = "A file", required = false)
        private File file;

        @Parameter(
                label = "Choice",
                choices = {"a", "b"})
        private String choice = "b";

        @Parameter(label = "Steps", min = "1", max = "9")
        private int steps = 3;

        @Parameter(label = "Count", min = "1")
        private long count = 1;

        @Parameter
        private double factor = 0.5;

        @Parameter
        private boolean flag;

        @Parameter
        private LogService log;

        @Override
        public void run() {}
    }

    private ModuleInput input(String name) {
        return ModuleInput.allOf(module, context).stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void servicesAreNoInputs() {
        List<ModuleInput> inputs = ModuleInput.allOf(module, context);

        assertEquals(
                List.of("image", "needed", "file", "choice", "steps", "count", "factor", "flag"),
                inputs.stream().map(ModuleInput::name).toList());
        assertTrue(inputs.stream().noneMatch(input -> input.isType(Service.class)));
    }

    @Test
    void aLabelIsTheNameWhereThereIsNone() {
        assertEquals("Steps", input("steps").label());
        assertEquals("factor", input("factor").label());
    }

    @Test
    void theTextsAreThoseOfTheDefaults() {
        assertEquals("none", input("image").text());
        assertEquals("", input("file").text());
        assertEquals("b", input("choice").text());
        assertEquals("3", input("steps").text());
        assertEquals("0.5", input("factor").text());
        assertEquals("false", input("flag").text());
    }

    @Test
    void aMacroSetsWhatItNames() {
        String options = "file=[a folder/model.ndr] choice=a steps=9 factor=1.5 flag";

        ModuleInput.allOf(module, context).forEach(input -> input.setFrom(options));

        assertEquals(new File("a folder/model.ndr"), module.getInput("file"));
        assertEquals("a", module.getInput("choice"));
        assertEquals(9, module.getInput("steps"));
        assertEquals(1.5, module.getInput("factor"));
        assertEquals(true, module.getInput("flag"));
        assertEquals(1L, module.getInput("count")); // its default
        assertTrue(module.isInputResolved("flag"));
        assertFalse(module.isInputResolved("count"));
    }

    @Test
    void anEmptyPathIsNoFile() {
        input("file").set("model.ndr");
        input("file").set("");

        assertNull(module.getInput("file"));
    }

    @Test
    void anImageIsAnOpenOneOrNone() {
        try (BatchMode open = new BatchMode(cells)) {
            assertEquals(List.of("my cells", "none"), input("image").choices());
            assertEquals(List.of("my cells"), input("needed").choices());
            input("image").setFrom("image=[my cells]");
            assertSame(cells, module.getInput("image"));
            input("image").setFrom("image=" + cells.getID());
            assertSame(cells, module.getInput("image"));
            assertEquals("my cells", input("image").text());
            input("image").set("none");
            assertNull(module.getInput("image"));
        }
    }

    @Test
    void anUnknownImageIsRefused() {
        try (BatchMode open = new BatchMode(cells)) {
            assertRefused(
                    "There is no image 'others' open; open it, or check the title or ID. Open are [my cells].",
                    "image",
                    "others");
            assertRefused(
                    "There is no image 'none' open; open it, or check the title or ID. Open are [my cells].",
                    "needed",
                    "none");
        }
    }

    @Test
    void numbersOutsideOfTheirBoundsAreRefused() {
        assertRefused("'Steps' is '10', but must be from 1 to 9.", "steps", "10");
        assertRefused("'Count' is '0', but must be at least 1.", "count", "0");
        assertRefused("'Steps' is 'many', but must be a whole number.", "steps", "many");
        assertRefused("'factor' is '', but must be a number.", "factor", "");
    }

    /** 2^62 + 1, which a double cannot hold. */
    @Test
    void largeNumbersAreExact() {
        input("count").set("4611686018427387905");

        assertEquals(4611686018427387905L, module.getInput("count"));
    }

    @Test
    void wholeNumbersAreNotCutFromOthers() {
        assertRefused(
                "'Steps' is '2.5', but must be a whole number between -2147483647 and 2147483647.", "steps", "2.5");
        assertRefused(
                "'Count' is '9223372036854775808', but must be a whole number between -9223372036854775807 and"
                        + " 9223372036854775807.",
                "count",
                "9223372036854775808");
        assertRefused("'factor' is 'NaN', but must be a number.", "factor", "NaN");
    }

    @Test
    void aMissingImageThatIsNeededIsNamed() {
        assertEquals(
                "'needed' is missing; give it as needed=....",
                assertThrows(IllegalArgumentException.class, () -> input("needed")
                                .requireValue())
                        .getMessage());
        input("image").requireValue(); // may be missing
    }

    private void assertRefused(String message, String name, String text) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> input(name).set(text))
                        .getMessage());
    }
}
