package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFolderTest {

    @TempDir
    Path root;

    @Test
    void jarsWithImageJLegacyAreFiji() throws IOException {
        FakeFolder.with(root, "jars/imagej-legacy-2.0.3.jar", "jars/ij-1.54p.jar");
        assertEquals(AppFolder.Kind.FIJI, AppFolder.of(root).kind());
    }

    @Test
    void anImageJJarIsPlainImageJ() throws IOException {
        FakeFolder.with(root, "ij.jar", "jars/gson-2.0.jar");
        assertEquals(AppFolder.Kind.PLAIN, AppFolder.of(root).kind());
    }

    @Test
    void theJarOfPlainImageJMayHaveAVersionAndOnMacsLiesDeep() throws IOException {
        FakeFolder.with(root.resolve("a"), "ij-1.54p.jar");
        FakeFolder.with(root.resolve("b"), "ImageJ.app/Contents/Java/ij.jar");
        assertEquals(AppFolder.Kind.PLAIN, AppFolder.of(root.resolve("a")).kind());
        assertEquals(AppFolder.Kind.PLAIN, AppFolder.of(root.resolve("b")).kind());
    }

    @Test
    void jarsAreFoundAtAnyDepth() throws IOException {
        FakeFolder.with(root, "ij.jar", "other.jar", "jars/bio/b-1.0.jar", "plugins/x/y/c-1.0.jar", "plugins/d.txt");
        AppFolder app = AppFolder.of(root);

        List<String> names =
                app.jars().stream().map(jar -> jar.getFileName().toString()).toList();

        assertEquals(List.of("ij.jar", "b-1.0.jar", "c-1.0.jar"), names);
        assertTrue(app.holds("b"));
        assertFalse(app.holds("other"));
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        FakeFolder.with(root, "jars/gson-2.0.jar");
        assertThrows(FileNotFoundException.class, () -> AppFolder.of(root.resolve("missing")));
        String message =
                assertThrows(IOException.class, () -> AppFolder.of(root)).getMessage();
        assertTrue(message.contains("is neither Fiji nor ImageJ"), message);
    }
}
