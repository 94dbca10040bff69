package io.github.ndrfiji.scripting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fiji's Script Editor lists as templates what lies under {@code script_templates} on the class path. */
class ScriptTemplatesTest {

    private static final List<String> JOBS = List.of(
            "Before_After",
            "Evaluate_Restoration",
            "Restore_Active_Image",
            "Restore_Folder",
            "Restore_Time_Lapse",
            "Train_on_Folders",
            "Train_on_Open_Stacks");

    /** It fills ImageJ's own table and draws by ImageJ's macro functions. */
    private static final String ONLY_A_MACRO = "macros/Colour_Plate_by_Degradation.ijm";

    static List<Path> scripts() throws IOException {
        try (Stream<Path> macros = Files.list(Path.of("macros"));
                Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            return Stream.concat(macros, scripts)
                    .filter(file -> file.toString().matches(".*\\.(ijm|groovy|js)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyJobHasAMacroAGroovyAndAJavaScriptScript() throws IOException {
        Stream<String> ofAllKinds = JOBS.stream()
                .flatMap(job ->
                        Stream.of("macros/" + job + ".ijm", "scripts/" + job + ".groovy", "scripts/" + job + ".js"));
        List<String> expected =
                Stream.concat(ofAllKinds, Stream.of(ONLY_A_MACRO)).sorted().toList();
        assertEquals(
                expected,
                scripts().stream()
                        .map(file -> file.toString().replace('\\', '/'))
                        .toList());
    }

    /** SciJava gives an input of a primitive type 0 in place of its default where nobody is asked. */
    @ParameterizedTest
    @MethodSource("scripts")
    void noInputIsOfAPrimitiveType(Path script) throws IOException {
        List<String> primitive = Files.readAllLines(script).stream()
                .filter(line -> line.matches("#@ ?(boolean|byte|char|double|float|int|long|short)\\b.*"))
                .toList();
        assertEquals(List.of(), primitive);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void itIsATemplate(Path script) throws IOException {
        String name = "/script_templates/NDR_Restore/" + script.getFileName();
        try (InputStream template = getClass().getResourceAsStream(name)) {
            assertNotNull(template, name);
            assertArrayEquals(Files.readAllBytes(script), template.readAllBytes());
        }
    }
}
