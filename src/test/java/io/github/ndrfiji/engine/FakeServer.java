package io.github.ndrfiji.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** A folder laid out as DJL's server, with small files in place of the libraries. */
public final class FakeServer {

    /** Of each file, random so that it does not compress. */
    static final int BYTES = 3 << 20;

    private static final List<String> LIBRARIES = List.of("torch", "torch_cpu", "torch_cuda");

    private FakeServer() {}

    /** @return the folder */
    public static Path in(Path folder) throws IOException {
        Path libraries = Files.createDirectories(folder.resolve(prefix()));
        StringBuilder index = new StringBuilder("cpu/linux-x86_64/native/lib/other.so.gz\n");
        for (String library : LIBRARIES) {
            String name = System.mapLibraryName(library) + ".gz";
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(libraries.resolve(name)))) {
                out.write(content(library));
            }
            index.append(prefix()).append(name).append('\n');
        }
        Files.writeString(folder.resolve("files.txt"), index);
        return folder;
    }

    /** Folder of the libraries for this system, with a slash at its end. */
    static String prefix() {
        return "cu128/" + Libtorch.classifier(System.getProperty("os.name")) + "/native/lib/";
    }

    static Path library(Path folder, String library) {
        return folder.resolve(prefix() + System.mapLibraryName(library) + ".gz");
    }

    static byte[] content(String library) {
        byte[] content = new byte[BYTES];
        new SplittableRandom(library.hashCode()).nextBytes(content);
        return content;
    }
}
