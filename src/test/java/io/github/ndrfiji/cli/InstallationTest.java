package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    private static final String NATIVE = "native-1.0-linux-x86_64.jar";

    @TempDir
    Path folder;

    private Path fiji;

    @BeforeEach
    void makeFiji() throws IOException {
        fiji = FakeFolder.with(
                folder.resolve("Fiji.app"),
                "jars/imagej-legacy-2.0.3.jar",
                "jars/ij-1.54p.jar",
                "jars/gson-2.14.0.jar",
                "jars/sub/jna-5.13.0.jar",
                "plugins/Other_-1.0.jar");
    }

    private Program program(String version, String... libraries) throws IOException {
        return FakeFolder.program(folder.resolve("program-" + version), version, libraries);
    }

    private Program program() throws IOException {
        return program("1.0", "ij-1.54p.jar", "gson-2.13.0.jar", "jna-5.14.0.jar", "api-0.35.1.jar", NATIVE);
    }

    private Installation install(Program program) throws IOException {
        Installation installation = Installation.plan(program, AppFolder.of(fiji));
        installation.apply();
        return installation;
    }

    private void uninstall() throws IOException {
        Uninstallation.plan(AppFolder.of(fiji)).apply();
    }

    private static List<String> told(Installation installation) {
        List<String> lines = new ArrayList<>();
        installation.tell(lines::add);
        return lines;
    }

    private Set<String> jars() throws IOException {
        Set<String> jars = new TreeSet<>();
        for (Path jar : AppFolder.of(fiji).jars()) jars.add(fiji.relativize(jar).toString());
        return jars;
    }

    @Test
    void onlyWhatIsLackingIsCopied() throws IOException {
        Set<String> expected = jars();
        expected.addAll(Set.of("plugins/NDR_Restore-1.0.jar", "jars/api-0.35.1.jar", "jars/" + NATIVE));

        Installation installation = install(program());

        assertEquals(expected, jars());
        assertEquals(
                List.of(
                        "  there      jars/ij-1.54p.jar",
                        "  there      jars/gson-2.14.0.jar (ours is 2.13.0)",
                        "  there      jars/sub/jna-5.13.0.jar (ours is 5.14.0)",
                        "  copied     plugins/NDR_Restore-1.0.jar",
                        "  copied     jars/api-0.35.1.jar",
                        "  copied     jars/" + NATIVE),
                told(installation));
    }

    @Test
    void onlyAnOlderLibraryIsWarnedOf() throws IOException {
        List<String> warnings = install(program()).warnings();

        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("'jars/sub/jna-5.13.0.jar' is older than 5.14.0,"), warnings.toString());
    }

    @Test
    void nativesOfOtherSystemsDoNotCount() throws IOException {
        FakeFolder.with(fiji, "jars/native-1.0-win-x86_64.jar");
        install(program());
        assertTrue(jars().contains("jars/" + NATIVE));
    }

    @Test
    void installingTwiceIsInstallingOnce() throws IOException {
        install(program());
        SortedMap<String, String> once = FakeFolder.files(fiji);

        Installation again = install(program());

        assertEquals(once, FakeFolder.files(fiji));
        assertTrue(
                told(again).contains("  unchanged  jars/api-0.35.1.jar"),
                told(again).toString());
    }

    @Test
    void uninstallingLeavesTheFolderAsItWas() throws IOException {
        SortedMap<String, String> before = FakeFolder.files(fiji);
        install(program());
        uninstall();
        assertEquals(before, FakeFolder.files(fiji));
    }

    @Test
    void plainImageJGetsAFolderOfJarsAndLosesItAgain() throws IOException {
        fiji = FakeFolder.with(folder.resolve("ImageJ"), "ij.jar", "plugins/Other_.jar");
        SortedMap<String, String> before = FakeFolder.files(fiji);

        install(program());
        assertEquals(
                Set.of(
                        "ij.jar",
                        "plugins/Other_.jar",
                        "plugins/NDR_Restore-1.0.jar",
                        "jars/gson-2.13.0.jar",
                        "jars/jna-5.14.0.jar",
                        "jars/api-0.35.1.jar",
                        "jars/" + NATIVE),
                jars());
        uninstall();
        assertEquals(before, FakeFolder.files(fiji));
    }

    @Test
    void anotherVersionReplacesTheLast() throws IOException {
        FakeFolder.with(fiji, "jars/ndr-restore-fiji-0.0.9.jar");
        install(program());

        Installation next = install(program("2.0", "api-0.36.0.jar"));

        assertTrue(jars().containsAll(Set.of("plugins/NDR_Restore-2.0.jar", "jars/api-0.36.0.jar")));
        for (String old : List.of(
                "plugins/NDR_Restore-1.0.jar",
                "jars/ndr-restore-fiji-0.0.9.jar",
                "jars/api-0.35.1.jar",
                "jars/" + NATIVE)) assertFalse(jars().contains(old), old);
        assertTrue(
                told(next).contains("  removed    jars/api-0.35.1.jar"),
                told(next).toString());
    }

    /** Fiji ships JFreeChart, plain ImageJ does not: the window of a training needs it in both. */
    @Test
    void theLibraryOfTheChartsIsThereExactlyOnce() throws IOException {
        FakeFolder.with(fiji, "jars/jfreechart-1.5.5.jar");
        install(program("1.0", "jfreechart-1.5.6.jar"));
        assertTrue(jars().contains("jars/jfreechart-1.5.5.jar"));
        assertFalse(jars().contains("jars/jfreechart-1.5.6.jar"));

        fiji = FakeFolder.with(folder.resolve("ImageJ"), "ij.jar", "plugins/Other_.jar");
        install(program("2.0", "jfreechart-1.5.6.jar"));
        assertTrue(jars().contains("jars/jfreechart-1.5.6.jar"));
    }

    /** As an update of Fiji may do. */
    @Test
    void aLibraryThatFijiBringsLaterTakesThePlaceOfOurs() throws IOException {
        install(program());
        FakeFolder.with(fiji, "jars/api-0.40.0.jar");

        install(program());

        assertTrue(jars().contains("jars/api-0.40.0.jar"));
        assertFalse(jars().contains("jars/api-0.35.1.jar"));
    }

    @Test
    void aChangedFileIsTheUsers() throws IOException {
        install(program());
        Files.writeString(fiji.resolve("jars/api-0.35.1.jar"), "changed");
        List<String> lines = new ArrayList<>();

        Uninstallation uninstallation = Uninstallation.plan(AppFolder.of(fiji));
        uninstallation.apply();
        uninstallation.tell(lines::add);

        assertEquals("changed", Files.readString(fiji.resolve("jars/api-0.35.1.jar")));
        assertEquals("  left       jars/api-0.35.1.jar (it was changed since)", lines.get(0));
        assertFalse(Files.exists(fiji.resolve(InstalledFiles.NAME)));
    }

    @Test
    void aFailureLeavesTheFolderAsItWas() throws IOException {
        FakeFolder.with(fiji, "plugins/NDR_Restore-0.9.jar");
        Program program = program();
        Installation installation = Installation.plan(program, AppFolder.of(fiji));
        SortedMap<String, String> before = FakeFolder.files(fiji);
        Files.delete(program.libraries().get(program.libraries().size() - 1));

        assertThrows(IOException.class, installation::apply);

        assertEquals(before, FakeFolder.files(fiji));
    }

    @Test
    void whatWasNotInstalledIsNotUninstalled() {
        String message = assertThrows(IOException.class, this::uninstall).getMessage();
        assertTrue(message.contains("so nothing was installed by this program"), message);
    }

    @Test
    void aListThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Files.writeString(fiji.resolve(InstalledFiles.NAME), "0".repeat(64) + "  jars/../../mine.txt\n");
        String message = assertThrows(IOException.class, this::uninstall).getMessage();
        assertTrue(message.contains("is damaged"), message);
    }
}
