package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarNameTest {

    private static JarName of(String file) {
        return JarName.of(Path.of("jars", file));
    }

    @ParameterizedTest
    @CsvSource({
        "ij.jar, ij, , ",
        "ij-1.54p.jar, ij, 1.54p, ",
        "imagej-legacy-2.0.3.jar, imagej-legacy, 2.0.3, ",
        "ndr-restore-fiji-0.1.0-SNAPSHOT.jar, ndr-restore-fiji, 0.1.0-SNAPSHOT, ",
        "NDR_Restore-0.1.0.jar, NDR_Restore, 0.1.0, ",
        "pytorch-jni-2.7.1-0.35.1.jar, pytorch-jni, 2.7.1-0.35.1, ",
        "pytorch-native-cpu-2.7.1-linux-x86_64.jar, pytorch-native-cpu, 2.7.1, linux-x86_64",
        "pytorch-native-cpu-2.7.1-linux-aarch64.jar, pytorch-native-cpu, 2.7.1, linux-aarch64",
        "pytorch-native-cpu-2.7.1-win-x86_64.jar, pytorch-native-cpu, 2.7.1, win-x86_64",
        "pytorch-native-cpu-2.7.1-osx-aarch64.jar, pytorch-native-cpu, 2.7.1, osx-aarch64",
        "gluegen-rt-2.5.0-natives-windows-amd64.jar, gluegen-rt, 2.5.0, natives-windows-amd64",
        "imglib2-cache-1.0.0-beta-20.jar, imglib2-cache, 1.0.0-beta-20, ",
        "prettytime-4.0.1.Final.jar, prettytime, 4.0.1.Final, ",
        "javassist-3.30.2-GA.jar, javassist, 3.30.2-GA, ",
        "trove4j-3.0.3.jar, trove4j, 3.0.3, ",
        "3D_Viewer-4.0.5.jar, 3D_Viewer, 4.0.5, ",
        "log-3d-1.0.jar, log-3d, 1.0, ",
        "Lab_Add.jar, Lab_Add, , ",
    })
    void aNameIsTakenApart(String file, String artifact, String version, String classifier) {
        assertEquals(new JarName(artifact, Optional.ofNullable(version), Optional.ofNullable(classifier)), of(file));
    }

    @Test
    void versionsOfOneLibraryAreTheSameLibrary() {
        assertTrue(of("ij.jar").isSameLibrary(of("ij-1.54p.jar")));
        assertFalse(of("imglib2-8.0.0.jar").isSameLibrary(of("imglib2-ij-2.0.3.jar")));
        assertFalse(of("p-1.0-linux-x86_64.jar").isSameLibrary(of("p-1.0-win-x86_64.jar")));
    }

    @ParameterizedTest
    @CsvSource({
        "a-1.9.jar, a-1.10.jar, true",
        "a-1.10.jar, a-1.9.jar, false",
        "a-1.0.jar, a-1.0.jar, false",
        "a.jar, a-1.0.jar, false",
        "a-1.0.jar, a.jar, false",
    })
    void onlyKnownVersionsAreOlder(String there, String ours, boolean older) {
        assertEquals(older, of(there).isOlderThan(of(ours)));
    }
}
