package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code scripts/ndr} in a copy of the project that has a stand-in for Maven and one for Java. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String BUILDS = "ndr: building...\n";

    private static final String MAVEN =
            """
            for arg; do case $arg in -Dmdep.outputFile=*) classpath=${arg#*=} ;; esac; done
            printf /lib/a.jar > "$classpath"
            : > "$MVN_TARGET/ndr-restore-fiji-1.jar"
            """;

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void makeProject() throws IOException {
        root = folder.resolve("a project");
        Path script = Files.createDirectories(root.resolve("scripts")).resolve("ndr");
        Files.copy(Path.of("scripts", "ndr"), script);
        executable(script);
        Files.createDirectories(root.resolve("src/main/java"));
        Files.writeString(root.resolve("src/main/java/A.java"), "class A {}");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(root.resolve("target"));
        tool("mvn", MAVEN);
        tool("java", "for arg; do echo \"$arg\"; done");
    }

    @Test
    void theFirstCallBuildsAndTheNextDoesNot() throws Exception {
        assertEquals(BUILDS, run("info").err());
        assertEquals("", run("info").err());
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws Exception {
        run("info");
        Files.setLastModifiedTime(
                root.resolve("src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(5)));

        assertEquals(BUILDS, run("info").err());
    }

    @Test
    void theArgumentsArriveAsTheyAre() throws Exception {
        List<String> lines =
                run("restore", "my image.tif", "-o", "*").out().lines().toList();

        String app = root.toRealPath().resolve("target/launcher/ndr.jar").toString();
        int main = lines.indexOf("io.github.ndrfiji.cli.Ndr");
        assertEquals(List.of("-cp", app + ":/lib/a.jar"), lines.subList(main - 2, main));
        assertEquals(List.of("restore", "my image.tif", "-o", "*"), lines.subList(main + 1, lines.size()));
        assertTrue(lines.contains("-Djava.awt.headless=true"), lines.toString());
        assertTrue(lines.contains("-Dndr.terminal=false"), lines.toString());
    }

    @Test
    void itWorksThroughSymbolicLinks() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path first = Files.createSymbolicLink(bin.resolve("first"), Path.of("..", "a project", "scripts", "ndr"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);

        Call call = run(second, List.of("info"));

        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("/a project/target/launcher/ndr.jar:/lib/a.jar"), call.out());
    }

    @Test
    void optionsForJavaArePassedOn() throws Exception {
        tool("java", "for arg; do echo \"$arg\"; done; exit 3");

        Call call = run("info");

        assertEquals(3, call.code());
        assertTrue(call.out().contains("-Xmx9g\n-Dmore=true\n"), call.out());
    }

    @Test
    void aFailedBuildIsToldAndTriedAgain() throws Exception {
        tool("mvn", "echo broken; exit 1");

        assertEquals(new Call(1, "", BUILDS + "broken\nndr: the build failed; its messages are above.\n"), run("info"));
        tool("mvn", MAVEN);
        assertEquals(BUILDS, run("info").err());
    }

    private void tool(String name, String body) throws IOException {
        Path tool = Files.createDirectories(folder.resolve("tools")).resolve(name);
        Files.writeString(tool, "#!/bin/sh\n" + body);
        executable(tool);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Call run(String... args) throws Exception {
        return run(root.resolve("scripts/ndr"), List.of(args));
    }

    private Call run(Path script, List<String> args) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(args);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        process.environment().remove("JAVA_HOME");
        process.environment().put("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));
        process.environment().put("MVN_TARGET", root.resolve("target").toString());
        process.environment().put("JAVA_OPTS", "-Xmx9g -Dmore=true");
        int code = process.start().waitFor();
        return new Call(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
