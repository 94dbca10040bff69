package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.EngineReport;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The jars of a program.
 *
 * @param plugin that of the project itself, whatever the file is called
 * @param version the plugin's version
 * @param libraries those that the plugin needs to run in Fiji
 */
record Program(Path plugin, String version, List<Path> libraries) {

    /** What only the command line needs. */
    private static final Set<String> NOT_IN_FIJI = Set.of("picocli");

    Program {
        libraries = List.copyOf(libraries);
    }

    /**
     * The running program.
     *
     * @throws IOException if it does not run from a jar
     */
    static Program running() throws IOException {
        Path own = own();
        if (!Files.isRegularFile(own))
            throw new IOException("The program runs from the folder '" + own
                    + "', but only a jar can be installed; start" + " it by scripts/ndr.");
        List<Path> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(entry -> JarName.isJar(entry) && Files.isRegularFile(entry) && !isSame(entry, own))
                .filter(entry -> !NOT_IN_FIJI.contains(JarName.of(entry).artifact()))
                .toList();
        return new Program(own, EngineReport.version(), libraries);
    }

    private static Path own() {
        try {
            return Path.of(Ndr.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError("A class path of URLs that are none.", e);
        }
    }

    private static boolean isSame(Path entry, Path own) {
        return entry.toAbsolutePath().normalize().equals(own.toAbsolutePath().normalize());
    }
}
