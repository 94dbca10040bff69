package io.github.ndrfiji.scripting;

import ij.IJ;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import net.imagej.patcher.LegacyInjector;

/**
 * Runs a macro in plain ImageJ without windows, in a JVM of its own, because ImageJ's classes must be changed for that
 * before they are loaded.
 */
final class MacroRun {

    private MacroRun() {}

    /**
     * Runs a macro file.
     *
     * @param folder for ImageJ's plugins and for the models
     * @return all that the macro and ImageJ printed
     * @throws IOException if the macro did not end as it should
     */
    static String run(String macro, String argument, Path folder) throws IOException, InterruptedException {
        installPlugins(folder);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dslf4j.internal.verbosity=ERROR",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dplugins.dir=" + folder,
                "-DNDR_MODELS=" + folder.resolve("models"),
                "-cp",
                System.getProperty("java.class.path"),
                MacroRun.class.getName(),
                Path.of("macros", macro).toString(),
                argument));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || printed.contains("Macro Error"))
            throw new IOException(macro + " failed:\n" + printed);
        return printed;
    }

    /** ImageJ looks for menus in the jars of its plugins folder; the classes themselves are on the class path. */
    private static void installPlugins(Path folder) throws IOException {
        Path jar = Files.createDirectories(folder.resolve("plugins")).resolve("NDR_Restore.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                InputStream config = MacroRun.class.getResourceAsStream("/plugins.config")) {
            out.putNextEntry(new ZipEntry("plugins.config"));
            config.transferTo(out);
        }
    }

    /** Arguments: the macro's file, and what its getArgument() gives. */
    public static void main(String... args) throws IOException {
        LegacyInjector.preinit();
        System.exit(ImageJ.run(Files.readString(Path.of(args[0])), args[1]) ? 0 : 1);
    }

    /** Apart, so that ImageJ's classes are not loaded too early. */
    private static final class ImageJ {
        static boolean run(String macro, String argument) {
            return !"[aborted]".equals(IJ.runMacro(macro, argument));
        }
    }
}
