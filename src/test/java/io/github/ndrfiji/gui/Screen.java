package io.github.ndrfiji.gui;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A screen that nobody sees, with a window manager. */
final class Screen implements AutoCloseable {

    private static final String SERVER = "Xvfb";
    private static final String WINDOW_MANAGER = "openbox";

    private final Process server;
    private final Process windowManager;
    private final String name;

    private Screen(Process server, Process windowManager, String name) {
        this.server = server;
        this.windowManager = windowManager;
        this.name = name;
    }

    /** What this machine lacks to show windows. */
    static Optional<String> missing() {
        List<String> missing = List.of(SERVER, WINDOW_MANAGER).stream()
                .filter(program -> !isInstalled(program))
                .toList();
        if (!missing.isEmpty()) return Optional.of("not installed: " + String.join(", ", missing));
        boolean windows = Files.exists(Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so"));
        return windows ? Optional.empty() : Optional.of("a JDK that can open windows is not installed");
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** @param folder for the window manager's files */
    static Screen open(Path folder) throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        SERVER, "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        if (number == null) throw new IOException(SERVER + " did not start");
        String name = ":" + number;
        Path ready = folder.resolve("window-manager-is-ready");
        ProcessBuilder builder = new ProcessBuilder(WINDOW_MANAGER, "--sm-disable", "--startup", "touch " + ready);
        builder.environment().put("DISPLAY", name);
        builder.environment().put("HOME", folder.toString());
        Process windowManager = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!Files.exists(ready)) {
            if (!windowManager.isAlive()) {
                server.destroy();
                throw new IOException(WINDOW_MANAGER + " did not start");
            }
            Thread.sleep(20);
        }
        return new Screen(server, windowManager, name);
    }

    /** As programs find it in the variable DISPLAY. */
    String name() {
        return name;
    }

    @Override
    public void close() throws InterruptedException {
        windowManager.destroy();
        windowManager.waitFor();
        server.destroy();
        server.waitFor();
    }
}
