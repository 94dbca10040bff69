package io.github.ndrfiji.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The commands that start Fiji or ImageJ without its windows, by the Java that runs this program.
 *
 * @param home where it keeps settings, in place of the user's home folder
 */
record AppLauncher(AppFolder app, Path home) {

    /** Where DJL keeps its native libraries, which need not be unpacked once more. */
    private static final String CACHE = "DJL_CACHE_DIR";

    /** What a command must begin with so that it has a display, such as nothing; empty if there can be none. */
    static Optional<List<String>> display() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String display = System.getenv("DISPLAY");
        if (system.startsWith("windows") || system.startsWith("mac") || (display != null && !display.isEmpty()))
            return Optional.of(List.of());
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "xvfb-run"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(xvfb -> List.of(xvfb.toString(), "-a"));
    }

    /** Runs a macro and ends. */
    List<String> macro(Path macro) {
        if (app.kind() == AppFolder.Kind.FIJI) return fiji(List.of("-macro", macro.toString()));
        List<String> command = new ArrayList<>(display().orElseThrow());
        command.addAll(java());
        command.addAll(List.of("-cp", app.mainJar().orElseThrow().toString(), "ij.ImageJ", "-batch", macro.toString()));
        return command;
    }

    /** Starts Fiji with arguments, and all jars on one class path as its own launcher does. */
    List<String> fiji(List<String> arguments) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Dimagej.dir=" + app.root(),
                "-Dplugins.dir=" + app.root(),
                "-cp",
                classPath(),
                "net.imagej.Main",
                "--headless"));
        command.addAll(arguments);
        return command;
    }

    private List<String> java() {
        String cache = Optional.ofNullable(System.getProperty(CACHE, System.getenv(CACHE)))
                .orElseGet(() ->
                        Path.of(System.getProperty("user.home"), ".djl.ai").toString());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Duser.home=" + home,
                "-Djava.util.prefs.userRoot=" + home,
                "-D" + CACHE + "=" + cache);
    }

    /** With {@code *} for all jars of a folder, because a command's length has limits. */
    private String classPath() {
        return app.jars().stream()
                .map(jar -> jar.resolveSibling("*").toString())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
