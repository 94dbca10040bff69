package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import io.github.ndrfiji.command.ImagePlusRestorer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that Maven built, in a folder of plain ImageJ. */
class PlainImageJIT {

    @TempDir
    Path folder;

    @BeforeEach
    void makeImageJ() throws Exception {
        Path imagej = Path.of(
                IJ.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.copy(imagej, folder.resolve("ij.jar"));
        Files.createDirectory(folder.resolve("plugins"));
    }

    @Test
    void installedTheClassesAreThereOnceAndUninstalledGone() throws Exception {
        SortedMap<String, String> before = FakeFolder.files(folder);

        Call install = Call.ndr("install", folder);

        assertEquals(0, install.code(), install.err());
        assertTrue(install.err().contains("there      ij.jar"), install.err());
        List<URL> urls = new ArrayList<>();
        Set<String> libraries = new HashSet<>();
        for (Path jar : AppFolder.of(folder).jars()) {
            JarName name = JarName.of(jar);
            assertTrue(libraries.add(name.artifact() + name.classifier()), jar + " is there twice");
            urls.add(jar.toUri().toURL());
        }
        assertFalse(AppFolder.of(folder).holds("picocli"));
        try (URLClassLoader classes = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            Class<?> restorer = classes.loadClass(ImagePlusRestorer.class.getName());
            String jar =
                    restorer.getProtectionDomain().getCodeSource().getLocation().getPath();
            assertTrue(jar.contains("/plugins/NDR_Restore-"), jar);
            assertTrue(restorer.getMethods().length > 0); // which loads the types of their parameters
        }

        Call uninstall = Call.ndr("install", folder, "--uninstall");
        assertEquals(0, uninstall.code(), uninstall.err());
        assertEquals(before, FakeFolder.files(folder));
    }

    @Test
    void aCheckLeavesTheFolderAsItWas() throws Exception {
        SortedMap<String, String> before = FakeFolder.files(folder);

        Call call = Call.ndr("check-fiji", folder, "-q");

        assertEquals(before, FakeFolder.files(folder));
        String expected = AppLauncher.display().isPresent()
                ? "macro                  8-bit stack        passed"
                : "macro                  all                not there: plain ImageJ runs macros on a display only";
        assertTrue(call.out().contains(expected), call.out() + call.err());
    }
}
