package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallTest {

    @TempDir
    Path folder;

    @Test
    void aFolderOfNeitherIsExplained() {
        Call call = Call.ndr("install", folder);

        assertEquals(1, call.code());
        assertTrue(call.err().startsWith("ndr: '" + folder + "' is neither Fiji nor ImageJ"), call.err());
    }

    @Test
    void aProgramOfClassFilesCannotBeInstalled() throws IOException {
        FakeFolder.with(folder, "ij.jar");

        Call call = Call.ndr("install", folder);

        assertEquals(1, call.code());
        assertTrue(call.err().contains("start it by scripts/ndr"), call.err());
        assertFalse(Files.exists(folder.resolve(InstalledFiles.NAME)));
    }

    @Test
    void aDryRunUninstallsNothing() throws IOException {
        FakeFolder.with(folder, "ij.jar");
        Program program = FakeFolder.program(folder.resolve("program"), "1.0");
        Installation.plan(program, AppFolder.of(folder)).apply();

        Call dry = Call.ndr("install", folder, "--uninstall", "--dry-run");
        assertTrue(dry.err().startsWith("Would uninstall from ImageJ in '" + folder + "':"), dry.err());
        assertTrue(Files.exists(folder.resolve("plugins/NDR_Restore-1.0.jar")));

        assertEquals(0, Call.ndr("install", folder, "--uninstall").code());
        assertFalse(Files.exists(folder.resolve("plugins/NDR_Restore-1.0.jar")));
    }
}
