package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {

    private static final Sample A = new Sample("a", Path.of("in a.tif"), Path.of("expected.tif"));
    private static final Sample B = new Sample("b", Path.of("in b.tif"), Path.of("expected.tif"));

    @TempDir
    Path folder;

    private AppLauncher launcher(String... files) throws IOException {
        return new AppLauncher(AppFolder.of(FakeFolder.with(folder.resolve("app"), files)), folder.resolve("home"));
    }

    private AppLauncher fiji() throws IOException {
        return launcher("jars/imagej-2.0.jar", "jars/scripting-groovy-1.0.jar", "plugins/Other_.jar");
    }

    @Test
    void everySampleComesToTheMacro() throws IOException {
        List<String> command = Door.MACRO.command(fiji(), List.of(A, B), folder);

        assertEquals(
                List.of(
                        "net.imagej.Main",
                        "--headless",
                        "-macro",
                        folder.resolve("check.ijm").toString()),
                command.subList(command.size() - 4, command.size()));
        String macro = Files.readString(folder.resolve("check.ijm"));
        assertTrue(
                macro.contains("open(\"in a.tif\");\nrun(\"Restore...\", \"model=general device=cpu range=auto\");"));
        assertTrue(macro.contains("open(\"in b.tif\");"), macro);
    }

    @Test
    void everySampleIsARunWithParameters() throws IOException {
        List<String> command = Door.RUN.command(fiji(), List.of(A, B), Path.of(folder.toString()));

        String out = folder.resolve("b.tif").toString().replace('\\', '/');
        assertEquals(
                List.of(
                        "--run",
                        folder.resolve("check.groovy").toString(),
                        "input=\"in b.tif\",output=\"" + out + "\""),
                command.subList(command.size() - 3, command.size()));
    }

    @Test
    void theJarsAreOnOneClassPathAndTheSettingsElsewhere() throws IOException {
        AppLauncher launcher = fiji();
        List<String> command = launcher.fiji(List.of());

        Path app = launcher.app().root();
        assertTrue(
                command.contains(app.resolve("jars/*") + File.pathSeparator + app.resolve("plugins/*")),
                command.toString());
        assertTrue(command.contains("-Duser.home=" + folder.resolve("home")));
    }

    @Test
    void whatIsNotThereIsTold() throws IOException {
        AppFolder withoutGroovy = launcher("jars/imagej-2.0.jar").app();
        assertEquals(Optional.empty(), Door.MACRO.missing(withoutGroovy));
        assertEquals(Optional.of("there is no 'jars/scripting-groovy-*.jar'"), Door.GROOVY.missing(withoutGroovy));
        AppFolder plain = AppFolder.of(FakeFolder.with(folder.resolve("plain"), "ij.jar"));
        assertEquals(Optional.of("plain ImageJ has no such scripts"), Door.RUN.missing(plain));
    }
}
