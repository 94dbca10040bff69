package io.github.ndrfiji.cli;

import io.github.ndrfiji.AtomicFile;
import io.github.ndrfiji.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was installed into a folder, as it stands in a text file there, which {@code sha256sum -c} reads too.
 *
 * @param root the folder
 * @param digests of the files, by their paths from the folder
 */
record InstalledFiles(Path root, SortedMap<String, String> digests) {

    static final String NAME = "ndr-restore-installed.txt";

    private static final String HEADER =
            """
            # What NDR-Restore installed here, with the SHA-256 of each file.
            # scripts/uninstall-from-fiji removes these files, and this list.
            """;

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *]((?:jars|plugins)/[^/\\\\]+)");

    /**
     * The files that the folder's list names; none if it has no list.
     *
     * @throws IOException if the list is damaged
     */
    static InstalledFiles of(Path root) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        Path list = root.resolve(NAME);
        if (Files.exists(list))
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                if (line.isBlank() || line.startsWith("#")) continue;
                Matcher entry = LINE.matcher(line);
                if (!entry.matches())
                    throw new IOException(
                            "'" + list + "' is damaged: it has the line '" + line + "', where a SHA-256 and"
                                    + " a file in jars or plugins should stand. Repair or remove it.");
                digests.put(entry.group(2), entry.group(1));
            }
        return new InstalledFiles(root, digests);
    }

    Path list() {
        return root.resolve(NAME);
    }

    /** Whether the file is in the list, and still what it was. */
    boolean isUnchanged(Path file) throws IOException {
        String digest = digests.get(name(file));
        return digest != null && Files.isRegularFile(file) && digest.equals(Sha256.of(file));
    }

    /** The path from the folder, as it stands in the list. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    AtomicFile.Content content() {
        StringBuilder text = new StringBuilder(HEADER);
        for (Map.Entry<String, String> file : digests.entrySet())
            text.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
        return out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
